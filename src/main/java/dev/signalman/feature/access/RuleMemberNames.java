package dev.signalman.feature.access;

import dev.signalman.dispatch.People;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** How those whom a rule names are called: a rule holds ids, which tell nobody whom to ask. */
final class RuleMemberNames {
    private final People people;

    @Inject
    RuleMemberNames(People people) {
        this.people = people;
    }

    /** Their names, with commas between; an id stays where Slack does not say what it is called. */
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
