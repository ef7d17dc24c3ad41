package dev.signalman.feature.approvals;

import dev.signalman.domain.Person;
import java.util.List;

/**
 * Somebody who pushed what would ship.
 *
 * @param said how they are named: in Slack, where they are known there, else at the git host
 * @param people who they are in Slack; empty when that cannot be told
 */
record Pusher(String said, List<Person> people) {
    /** Keeps its own copy. */
    Pusher {
        people = List.copyOf(people);
    }

    /** Nobody can tell who it is. */
    static Pusher unknown(String said) {
        return new Pusher(said, List.of());
    }

    boolean known() {
        return !people.isEmpty();
    }

    boolean is(String userId) {
        return people.stream().anyMatch(person -> person.userId().equals(userId));
    }
}
