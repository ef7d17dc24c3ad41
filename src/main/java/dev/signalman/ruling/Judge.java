package dev.signalman.ruling;

import dev.signalman.chat.MessengerException;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks every rule and collects the judgements. A rule that cannot tell is not met. */
public final class Judge {
    private final List<Rule<?>> all;

    /** Orders the rules by topic. */
    @Inject
    public Judge(Set<Rule<?>> rules) {
        this.all = rules.stream()
                .sorted(Comparator.<Rule<?>, RuleTopic>comparing(Rule::topic)
                        .thenComparing(rule -> rule.getClass().getName()))
                .toList();
    }

    /** Judges a wish by all rules that concern it. */
    public Decision judge(Wish wish) {
        return judge(wish, topics(wish));
    }

    /** Nobody in Slack asked for a deploy that waits at the gate, and no token of the bot starts it. */
    private static Set<RuleTopic> topics(Wish wish) {
        if (!(wish.start() instanceof DeployStart.Held)) {
            return EnumSet.allOf(RuleTopic.class);
        }
        return wish.breakGlass() == null
                ? EnumSet.complementOf(
                        EnumSet.of(RuleTopic.STANDING, RuleTopic.ACCESS, RuleTopic.IDENTITY, RuleTopic.OVERTAKEN))
                : EnumSet.complementOf(EnumSet.of(RuleTopic.IDENTITY, RuleTopic.OVERTAKEN));
    }

    /** Judges a wish by the rules on some topics, for a promotion that has already happened. */
    public Decision judge(Wish wish, Set<RuleTopic> topics) {
        var rules = all.stream().filter(rule -> topics.contains(rule.topic())).toList();
        var judgements = new ArrayList<Judgement>();
        rules.forEach(rule -> judgements.addAll(ask(rule, wish)));
        var guards = rules.stream().map(rule -> rule.guard(wish)).flatMap(Optional::stream);
        return new Decision(judgements, guards.toList());
    }

    private static <F> List<Judgement> ask(Rule<F> rule, Wish wish) {
        F facts;
        try {
            facts = rule.gather(wish);
        } catch (SemaphoreException silent) {
            return List.of(Judgement.unknown(rule.topic(), FailureCards.words(silent)));
        } catch (MessengerException silent) {
            return List.of(Judgement.unknown(rule.topic(), FailureCards.silence(silent)));
        }
        var judgements = rule.judge(wish, facts);
        return judgements.isEmpty()
                ? List.of(Judgement.unknown(
                        rule.topic(),
                        "A rule gave no result, so this is refused. Please report it to your Signalman admin."))
                : judgements;
    }
}
