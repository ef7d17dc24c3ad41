package dev.signalman.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.MessengerException.Kind;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/**
 * Reads user groups completely. Slack documents {@code invalid_cursor} as an error but no cursor argument, so a
 * returned cursor is followed: half a group would give wrong approvers.
 */
final class UserGroups {
    /** A longer list means a loop. */
    private static final int MOST_PAGES = 100;

    private final SlackWebApi slack;

    UserGroups(SlackWebApi slack) {
        this.slack = slack;
    }

    /** The ids of a group's members. */
    Set<String> members(String groupId) {
        var members = new HashSet<String>();
        pages(SlackMethod.LIST_GROUP, groupId, page -> page.path("users").forEach(each -> members.add(each.asText())));
        return members;
    }

    /** Passes each group of the workspace to {@code group}. */
    void all(Consumer<JsonNode> group) {
        pages(SlackMethod.LIST_GROUPS, null, page -> page.path("usergroups").forEach(group));
    }

    private void pages(SlackMethod method, @Nullable String group, Consumer<JsonNode> page) {
        var cursor = "";
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var form = new FormBody.Builder();
            if (group != null) {
                form.add("usergroup", group);
            }
            if (!cursor.isEmpty()) {
                form.add("cursor", cursor);
            }
            var answer = slack.call(method, form.build());
            page.accept(answer);
            cursor = answer.path("response_metadata").path("next_cursor").asText("");
            if (cursor.isEmpty()) {
                return;
            }
        }
        throw new MessengerException(Kind.REFUSED, method.word() + " never ended");
    }
}
