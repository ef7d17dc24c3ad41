package dev.signalman.feature.outofband;

import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuleTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares the file that a deploy started with the files that the rules name. A pipeline's file decides what a
 * promotion starts, so the promotion's name alone proves nothing.
 *
 * @param named the policies that name the promotion
 * @param guarding the policies that name the started file but not the promotion
 * @param mismatches why the file breaks the rules; empty if it does not
 */
record StartedFileComparison(List<Policy> named, List<Policy> guarding, List<Judgement> mismatches) {
    StartedFileComparison {
        named = List.copyOf(named);
        guarding = List.copyOf(guarding);
        mismatches = List.copyOf(mismatches);
    }

    static StartedFileComparison of(Policies rules, String promotion, String project, String file) {
        var named = rules.of(promotion, project);
        var starting = rules.naming(file, project);
        var guarding =
                starting.stream().filter(policy -> !named.contains(policy)).toList();
        var mismatches = new ArrayList<Judgement>();
        if (starting.stream().noneMatch(named::contains)) {
            for (var policy : guarding) {
                mismatches.add(Judgement.refused(
                        RuleTopic.NAME,
                        "It started " + file + ", which the rule for " + policy.name() + " protects (" + policy.place()
                                + ".pipeline_files)."));
            }
            for (var policy : named) {
                if (!policy.files().isEmpty()) {
                    mismatches.add(Judgement.refused(
                            RuleTopic.NAME,
                            "It started " + file + ", but the rule for " + policy.name() + " only allows "
                                    + String.join(", ", policy.files()) + " (" + policy.place()
                                    + ".pipeline_files)."));
                }
            }
        }
        return new StartedFileComparison(named, mismatches.isEmpty() ? List.of() : guarding, mismatches);
    }

    /** All policies that apply, by name or by file. */
    List<Policy> policies() {
        return Stream.concat(named.stream(), guarding.stream()).toList();
    }
}
