package dev.signalman.feature.linking;

import dev.signalman.dispatch.Workspace;
import dev.signalman.domain.Actor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Whose token it is.
 *
 * @param team the workspace or organisation in which the bot is installed, as Slack tells it, never as a payload says it
 */
record TokenOwner(String team, String user) {
    /** The same in bytes, different for every other owner: each part goes behind its length. */
    byte[] bytes() {
        var teamBytes = team.getBytes(StandardCharsets.UTF_8);
        var userBytes = user.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + teamBytes.length + userBytes.length)
                .putInt(teamBytes.length)
                .put(teamBytes)
                .putInt(userBytes.length)
                .put(userBytes)
                .array();
    }

    /** Somebody of the workspace in which the bot is at home. */
    static TokenOwner of(Actor person, Workspace workspace) {
        return new TokenOwner(workspace.id(), person.userId());
    }
}
