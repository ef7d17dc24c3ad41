package dev.signalman.feature.access;

import dev.signalman.chat.MemberRoster;
import dev.signalman.chat.MemberRoster.MissingMember;
import dev.signalman.chat.MessengerException;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Checks that the people and user groups under {@code access:} exist: a rule whose ids name nobody admits nobody. */
final class AccessCheck implements Check {
    private static final String ACCESS = "access in signalman.yml";

    private final Supplier<AccessRules> rules;
    private final MemberRoster roster;

    @Inject
    AccessCheck(Supplier<AccessRules> rules, MemberRoster roster) {
        this.rules = rules;
        this.roster = roster;
    }

    @Override
    public String about() {
        return ACCESS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var named = named();
        if (named.isEmpty()) {
            return List.of();
        }
        var checkResults = new ArrayList<CheckResult>();
        try {
            named.forEach((id, verbs) -> look(id, verbs, checkResults));
        } catch (MessengerException silent) {
            return List.of(CheckResult.unknown(
                    ACCESS,
                    "Slack didn't return the people it lists (" + silent.getMessage() + ").",
                    "Fix the Slack problems above, then run doctor again."));
        }
        return checkResults.isEmpty()
                ? List.of(CheckResult.fine(ACCESS, "Everyone it lists exists in Slack."))
                : checkResults;
    }

    /** Ids with the verbs that name them. */
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

    private void look(String id, List<String> verbs, List<CheckResult> checkResults) {
        var what = ACCESS + ", " + String.join(", ", verbs.stream().sorted().toList());
        MissingMember.of(id, roster.find(id))
                .map(missingMember -> missingMember.unheardOf()
                        ? CheckResult.wrong(what, missingMember.words(), missingMember.advice())
                        : CheckResult.worthALook(what, missingMember.words(), missingMember.advice()))
                .ifPresent(checkResults::add);
    }
}
