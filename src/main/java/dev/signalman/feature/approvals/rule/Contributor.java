package dev.signalman.feature.approvals.rule;

import dev.signalman.domain.Person;
import java.util.List;

/**
 * A person who wrote or pushed what would ship.
 *
 * @param said their name in Slack, or else at the git host
 * @param people their Slack accounts; empty when unknown
 */
record Contributor(String said, List<Person> people) {
    /** Keeps its own copy. */
    Contributor {
        people = List.copyOf(people);
    }

    /** A person unknown in Slack. */
    static Contributor unknown(String said) {
        return new Contributor(said, List.of());
    }

    boolean known() {
        return !people.isEmpty();
    }

    boolean is(String userId) {
        return people.stream().anyMatch(person -> person.userId().equals(userId));
    }
}
