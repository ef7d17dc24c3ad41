package dev.signalman.feature.factor;

import dev.signalman.chat.MemberRoster;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.storage.DatabaseOpenResult;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Checks that those whom rules with {@code step_up} name have second factors. */
final class FactorsCheck implements Check {
    private static final String FACTORS = "second factors";
    private static final int MOST_NAMES = 10;

    private final Supplier<Policies> policies;
    private final MemberRoster roster;
    private final People people;
    private final DatabaseOpenResult databaseOpenResult;
    private final boolean keyed;

    @Inject
    FactorsCheck(
            Supplier<Policies> policies,
            MemberRoster roster,
            People people,
            DatabaseOpenResult databaseOpenResult,
            KeyState keyState) {
        this.policies = policies;
        this.roster = roster;
        this.people = people;
        this.databaseOpenResult = databaseOpenResult;
        this.keyed = keyState.set();
    }

    /** Whether there is an encryption key. */
    record KeyState(boolean set) {}

    @Override
    public String about() {
        return FACTORS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var demanding = policies.get().all().stream()
                .filter(policy -> policy.stepUp() != StepUp.NONE)
                .toList();
        if (demanding.isEmpty()) {
            return List.of();
        }
        if (!keyed) {
            return List.of(CheckResult.wrong(
                    FACTORS,
                    "Rules demand them (step_up), but no key is set, so nothing that needs one counts.",
                    "Set SIGNALMAN_ENCRYPTION_KEY (32 random bytes in base64) and restart."));
        }
        var owners = owners();
        var results = new ArrayList<CheckResult>();
        try {
            demanding.forEach(policy -> look(policy, owners, results));
        } catch (MessengerException silent) {
            return List.of(CheckResult.unknown(
                    FACTORS,
                    "Slack didn't return the approvers (" + silent.getMessage() + ").",
                    "Fix the Slack problems above, then run doctor again."));
        }
        return results.isEmpty()
                ? List.of(CheckResult.fine(FACTORS, "Everyone who needs one under step_up has set one up."))
                : results;
    }

    private void look(Policy policy, Set<String> owners, List<CheckResult> results) {
        var named = new TreeSet<String>();
        if (policy.stepUp().votes()) {
            policy.approvals().approvers().forEach(id -> named.addAll(members(id)));
        }
        if (policy.stepUp().glass()) {
            policy.breakGlass().forEach(id -> named.addAll(members(id)));
        }
        var without = named.stream().filter(id -> !owners.contains(id)).toList();
        if (!without.isEmpty()) {
            var names = without.stream().limit(MOST_NAMES).map(people::nameOf).collect(Collectors.joining(", "));
            results.add(CheckResult.worthALook(
                    FACTORS + ", " + policy.place() + " (" + policy.name() + ")",
                    without.size() + " of " + named.size() + " people have none, so their decisions don't count: "
                            + names + (without.size() > MOST_NAMES ? " and others." : "."),
                    "Ask them to type /semaphore factor. A new one counts after 24 hours."));
        }
    }

    private Set<String> members(String id) {
        return id.startsWith("S") ? roster.members(id) : Set.of(id);
    }

    private Set<String> owners() {
        return databaseOpenResult
                .having("second_factor")
                .map(database -> database.jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT user_id FROM second_factor")
                                .mapTo(String.class)
                                .collect(Collectors.toCollection(HashSet::new))))
                .orElseGet(HashSet::new);
    }
}
