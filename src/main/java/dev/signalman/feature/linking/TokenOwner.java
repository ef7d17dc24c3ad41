package dev.signalman.feature.linking;

import dev.signalman.chat.Workspace;
import dev.signalman.domain.Actor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The owner of a linked token.
 *
 * @param team the bot's workspace or organization, from Slack's API and never from a payload
 */
record TokenOwner(String team, String user) {
    /** An unambiguous encoding: each part follows its length. */
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
