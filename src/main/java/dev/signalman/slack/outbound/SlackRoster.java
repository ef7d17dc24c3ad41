package dev.signalman.slack.outbound;

import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.Roster;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import okhttp3.FormBody;

/** Asks Slack for the id itself: {@code users.info} for people, {@code usergroups.users.list} for groups. */
public final class SlackRoster implements Roster {
    private static final Set<String> NOBODY =
            Set.of("user_not_found", "user_not_visible", "no_such_subteam", "subteam_not_found");

    private final SlackWebApi slack;

    @Inject
    SlackRoster(SlackWebApi slack) {
        this.slack = slack;
    }

    @Override
    public Set<String> members(String groupId) {
        var members = new HashSet<String>();
        try {
            var form = new FormBody.Builder().add("usergroup", groupId).build();
            slack.call(SlackMethod.LIST_GROUP, form).path("users").forEach(each -> members.add(each.asText()));
        } catch (MessengerException refused) {
            if (!NOBODY.contains(String.valueOf(refused.getMessage()))) {
                throw refused;
            }
        }
        return members;
    }

    @Override
    public Entry find(String id) {
        var form = new FormBody.Builder();
        try {
            if (id.startsWith("S")) {
                var group = slack.call(
                        SlackMethod.LIST_GROUP, form.add("usergroup", id).build());
                return group.path("users").isEmpty() ? Entry.EMPTY : Entry.THERE;
            }
            var person =
                    slack.call(SlackMethod.DESCRIBE_PERSON, form.add("user", id).build());
            return person.path("user").path("deleted").asBoolean(false) ? Entry.GONE : Entry.THERE;
        } catch (MessengerException refused) {
            if (NOBODY.contains(String.valueOf(refused.getMessage()))) {
                return Entry.UNHEARD_OF;
            }
            throw refused;
        }
    }
}
