package dev.signalman.ruling;

import dev.signalman.dispatch.Failures;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks every rule, and gathers what they say. A rule that cannot tell is not met. */
public final class Judge {
    private final List<Rule<?>> rules;

    /** By these rules, whatever their order. */
    @Inject
    public Judge(Set<Rule<?>> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.<Rule<?>, Topic>comparing(Rule::topic)
                        .thenComparing(rule -> rule.getClass().getName()))
                .toList();
    }

    /** Judges a wish as things are now. */
    public Decision judge(Wish wish) {
        var all = new ArrayList<Judgement>();
        rules.forEach(rule -> all.addAll(ask(rule, wish)));
        var guards = rules.stream().map(rule -> rule.guard(wish)).flatMap(Optional::stream);
        return new Decision(all, guards.toList());
    }

    private static <F> List<Judgement> ask(Rule<F> rule, Wish wish) {
        F facts;
        try {
            facts = rule.gather(wish);
        } catch (SemaphoreException silent) {
            return List.of(Judgement.unknown(rule.topic(), Failures.words(silent)));
        } catch (MessengerException silent) {
            return List.of(Judgement.unknown(
                    rule.topic(),
                    "Slack did not tell me what I need to know (" + silent.getMessage() + "). Try again in a while."));
        }
        var judgements = rule.judge(wish, facts);
        return judgements.isEmpty()
                ? List.of(Judgement.unknown(rule.topic(), "A rule did not say whether it is met."))
                : judgements;
    }
}
