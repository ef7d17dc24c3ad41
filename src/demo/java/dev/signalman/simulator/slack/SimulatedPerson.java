package dev.signalman.simulator.slack;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account in this or another workspace.
 *
 * @param name the handle, without the at sign
 * @param realName display name
 * @param teamId the account's workspace; null for the simulator's
 */
public record SimulatedPerson(
        String id, String name, String realName, @Nullable String teamId, Standing standing, boolean deactivated) {
    public enum Standing {
        FULL_MEMBER,
        ADMIN,
        /** Sees the channels it was invited to. */
        GUEST,
        /** Sees one channel. */
        SINGLE_CHANNEL_GUEST,
        BOT
    }

    /** A full member; the handle is the name in lower case. */
    public static SimulatedPerson member(String id, String realName) {
        return new SimulatedPerson(
                id, realName.toLowerCase(Locale.ROOT).replace(' ', '.'), realName, null, Standing.FULL_MEMBER, false);
    }

    /**
     * The address for {@code users.lookupByEmail}; works for people of other workspaces too, as in Slack for people one
     * has met.
     */
    public String email() {
        return name + "@acme.example";
    }

    /** Sets the kind of account. */
    public SimulatedPerson as(Standing standing) {
        return new SimulatedPerson(id, name, realName, teamId, standing, deactivated);
    }

    /** Moves the person to another workspace, met through a shared channel. */
    public SimulatedPerson ofTeam(String otherTeamId) {
        return new SimulatedPerson(id, name, realName, otherTeamId, standing, deactivated);
    }

    /** Deactivates the account. */
    public SimulatedPerson whenDeactivated() {
        return new SimulatedPerson(id, name, realName, teamId, standing, true);
    }
}
