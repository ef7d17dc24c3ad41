package dev.signalman.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.chat.MessengerException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The workspace of the bot, from {@code auth.test}.
 *
 * @param team the workspace; null for an organization-wide installation
 * @param enterprise the organization; null outside Enterprise Grid
 */
record InstalledWorkspace(@Nullable String team, @Nullable String enterprise) {
    String id() {
        if (team == null && enterprise == null) {
            throw new MessengerException(MessengerException.Kind.REFUSED, "auth.test answered without the workspace");
        }
        return team == null ? Objects.requireNonNull(enterprise) : team;
    }

    /**
     * Whether a user from {@code users.info} belongs here. On Enterprise Grid {@code team_id} may name the organization
     * or another workspace in it; then the user's list of workspaces decides (docs/slack.md).
     */
    boolean houses(JsonNode user) {
        var userTeam = user.path("team_id").asText("");
        if (userTeam.equals(team)) {
            return true;
        }
        var membership = user.path("enterprise_user");
        var organization = membership.path("enterprise_id").asText(userTeam);
        if (enterprise == null || !(enterprise.equals(userTeam) || enterprise.equals(organization))) {
            return false;
        }
        var teams = membership.path("teams");
        if (team == null || teams.isEmpty()) {
            return true;
        }
        for (var each : teams) {
            if (team.equals(each.asText())) {
                return true;
            }
        }
        return false;
    }
}
