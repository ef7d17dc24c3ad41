package dev.signalman.feature.access;

import dev.signalman.chat.People;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Names of the people and groups that a rule lists by id. */
final class RuleMemberNames {
    private final People people;

    @Inject
    RuleMemberNames(People people) {
        this.people = people;
    }

    /** The names, separated by commas; an id stays where Slack gives no name. */
    String of(List<String> who) {
        return who.stream().map(this::of).collect(Collectors.joining(", "));
    }

    private String of(String id) {
        if (id.equals(AccessRules.EVERYONE)) {
            return id;
        }
        return people.nameOf(id);
    }
}
