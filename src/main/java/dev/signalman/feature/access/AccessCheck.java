package dev.signalman.feature.access;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import dev.signalman.dispatch.Absence;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.Roster;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Whether the people and user groups that {@code access:} names are there: a rule that names nobody lets nobody. */
final class AccessCheck implements Check {
    private static final String ACCESS = "access in signalman.yml";

    private final Supplier<AccessRules> rules;
    private final Roster roster;

    @Inject
    AccessCheck(Supplier<AccessRules> rules, Roster roster) {
        this.rules = rules;
        this.roster = roster;
    }

    @Override
    public String about() {
        return ACCESS;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        var named = named();
        if (named.isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        try {
            named.forEach((id, verbs) -> look(id, verbs, findings));
        } catch (MessengerException silent) {
            return List.of(Finding.unknown(
                    ACCESS,
                    "Slack does not say whether those whom it names are there (" + silent.getMessage() + ").",
                    "Mend what the lines about Slack tell, and look again."));
        }
        return findings.isEmpty() ? List.of(Finding.fine(ACCESS, "Everybody whom it names is there.")) : findings;
    }

    /** Each id once, with the verbs that it is named for. */
    private Map<String, List<String>> named() {
        var named = new TreeMap<String, List<String>>();
        rules.get()
                .byVerb()
                .forEach((verb, ids) -> ids.stream()
                        .filter(id -> !id.equals(AccessRules.EVERYONE))
                        .forEach(id -> named.computeIfAbsent(id, none -> new ArrayList<>())
                                .add(verb)));
        return named;
    }

    private void look(String id, List<String> verbs, List<Finding> findings) {
        var what = ACCESS + ", " + String.join(", ", verbs.stream().sorted().toList());
        Absence.of(id, roster.find(id))
                .map(absence -> absence.unheardOf()
                        ? Finding.wrong(what, absence.words(), absence.advice())
                        : Finding.worthALook(what, absence.words(), absence.advice()))
                .ifPresent(findings::add);
    }
}
