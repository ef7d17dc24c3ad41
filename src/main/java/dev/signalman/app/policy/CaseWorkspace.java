package dev.signalman.app.policy;

import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people and user groups of a file of cases, in place of Slack.
 *
 * @param people by id
 * @param linked ids of those who linked their Semaphore account
 * @param groups members by id
 * @param silent groups about which Slack says nothing
 */
record CaseWorkspace(
        Map<String, Person> people, Set<String> linked, Map<String, List<String>> groups, Set<String> silent)
        implements People {
    /** Keeps its own copies. */
    CaseWorkspace {
        people = Map.copyOf(people);
        linked = Set.copyOf(linked);
        groups = Map.copyOf(groups);
        silent = Set.copyOf(silent);
    }

    Actor actor(String id) {
        return new Actor(id, find(id).name(), null);
    }

    @Override
    public Person find(String userId) {
        var person = people.get(userId);
        if (person == null) {
            throw new MissingFactException("The rules ask who " + userId + " is. List that person under people.");
        }
        return person;
    }

    @Override
    public Optional<Person> withEmail(String email) {
        return people.values().stream()
                .filter(person -> person.email().equals(email))
                .findFirst();
    }

    @Override
    public boolean inGroup(String userId, String groupId) {
        if (silent.contains(groupId)) {
            throw new MessengerException(MessengerException.Kind.UNREACHABLE, "unknown");
        }
        var members = groups.get(groupId);
        if (members == null) {
            throw new MissingFactException(
                    "The rules ask for the members of " + groupId + ". List them under groups; [] for none.");
        }
        return members.contains(userId);
    }

    @Override
    public void forget() {}

    @Override
    public String nameOf(String id) {
        var person = people.get(id);
        return person == null ? id : person.name();
    }
}
