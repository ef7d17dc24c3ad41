package dev.signalman.simulator.slack;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account, in this workspace or in another one.
 *
 * @param name the handle, without the at sign
 * @param realName what is shown
 * @param teamId the workspace of the account; null for that of the simulator
 */
public record SimulatedPerson(
        String id, String name, String realName, @Nullable String teamId, Standing standing, boolean deactivated) {
    /** What kind of account it is. */
    public enum Standing {
        FULL_MEMBER,
        ADMIN,
        /** Sees the channels it was invited to. */
        GUEST,
        /** Sees one channel. */
        SINGLE_CHANNEL_GUEST,
        BOT
    }

    /** A full member of the workspace; the handle is the name in lower case. */
    public static SimulatedPerson member(String id, String realName) {
        return new SimulatedPerson(
                id, realName.toLowerCase(Locale.ROOT).replace(' ', '.'), realName, null, Standing.FULL_MEMBER, false);
    }

    /** The address that {@code users.lookupByEmail} finds; of other workspaces' people too, as Slack does for those whom one has met. */
    public String email() {
        return name + "@acme.example";
    }

    /** The same person with another kind of account. */
    public SimulatedPerson as(Standing standing) {
        return new SimulatedPerson(id, name, realName, teamId, standing, deactivated);
    }

    /** The same person as member of another workspace, met through a shared channel. */
    public SimulatedPerson ofTeam(String otherTeamId) {
        return new SimulatedPerson(id, name, realName, otherTeamId, standing, deactivated);
    }

    /** The same person after the account was closed. */
    public SimulatedPerson whenDeactivated() {
        return new SimulatedPerson(id, name, realName, teamId, standing, true);
    }
}
