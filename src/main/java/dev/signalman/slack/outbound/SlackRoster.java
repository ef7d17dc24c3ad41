package dev.signalman.slack.outbound;

import dev.signalman.chat.MemberRoster;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.MessengerException.Kind;
import jakarta.inject.Inject;
import java.util.Set;
import okhttp3.FormBody;

/** Checks with Slack that an id exists: {@code users.info} for people, {@code usergroups.users.list} for groups. */
public final class SlackRoster implements MemberRoster {
    private final SlackWebApi slack;
    private final UserGroups groups;

    @Inject
    SlackRoster(SlackWebApi slack) {
        this.slack = slack;
        this.groups = new UserGroups(slack);
    }

    @Override
    public Set<String> members(String groupId) {
        try {
            return groups.members(groupId);
        } catch (MessengerException refused) {
            if (refused.kind() == Kind.NOBODY) {
                return Set.of();
            }
            throw refused;
        }
    }

    @Override
    public Entry find(String id) {
        try {
            if (id.startsWith("S")) {
                return groups.members(id).isEmpty() ? Entry.EMPTY : Entry.THERE;
            }
            var form = new FormBody.Builder().add("user", id).build();
            var person = slack.call(SlackMethod.DESCRIBE_PERSON, form);
            return person.path("user").path("deleted").asBoolean(false) ? Entry.GONE : Entry.THERE;
        } catch (MessengerException refused) {
            if (refused.kind() == Kind.NOBODY) {
                return Entry.UNHEARD_OF;
            }
            throw refused;
        }
    }
}
