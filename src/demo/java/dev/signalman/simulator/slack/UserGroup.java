package dev.signalman.simulator.slack;

import java.util.List;

/**
 * A user group.
 *
 * @param handle without the at sign
 * @param members ids of people
 */
public record UserGroup(String id, String handle, String name, List<String> members) {
    /** Copies the members. */
    public UserGroup {
        members = List.copyOf(members);
    }
}
