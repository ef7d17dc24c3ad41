package dev.signalman.feature.promotions;

import dev.signalman.card.Button;
import dev.signalman.command.ListApprovals;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.command.Why;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.OutsideProtection;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.TargetPromotionHistory;
import dev.signalman.subject.TargetPromotionHistory.Denial;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows which rules a promotion would meet now. */
final class WhyHandler implements Handler<Why> {
    private static final Logger LOG = LoggerFactory.getLogger(WhyHandler.class);
    private static final int MOST_OFFERED = 4;
    private static final int LONGEST_NAMES = 40;

    private final PromotablePipelineFinder promotablePipelineFinder;
    private final WishFactory wishFactory;
    private final ApprovalRequests requests;
    private final Judge judge;
    private final TargetPromotionHistory targets;
    private final OutsideProtection outside;

    @Inject
    WhyHandler(
            PromotablePipelineFinder promotablePipelineFinder,
            WishFactory wishFactory,
            ApprovalRequests requests,
            Judge judge,
            TargetPromotionHistory targets,
            OutsideProtection outside) {
        this.promotablePipelineFinder = promotablePipelineFinder;
        this.wishFactory = wishFactory;
        this.requests = requests;
        this.judge = judge;
        this.targets = targets;
        this.outside = outside;
    }

    @Override
    public Outcome handle(Why command, Invocation invocation) {
        var chosen = promotablePipelineFinder.choose(
                command.promotion(), command.subject(), (name, subject) -> with(command, name, subject), invocation);
        var pipeline = chosen.pipeline();
        var wish = requests.asAsked(
                wishFactory.of(chosen.promotion(), pipeline, command.parameters(), command.override(), invocation));
        var decision = judge.judge(wish);
        var elsewhere = wish.policies().isEmpty() ? null : outside.of(wish.project(), wish.promotion());
        return Outcome.answer(WhyCardFactory.of(
                wish, pipeline, decision, deniedLast(wish), elsewhere, next(wish, pipeline, decision)));
    }

    /** Whether a deployment target refused it last time. It is no rule of ours, so it is left out when unknown. */
    private @Nullable Denial deniedLast(Wish wish) {
        try {
            return targets.deniedLast(wish.project().id(), wish.promotion()).orElse(null);
        } catch (SemaphoreException silent) {
            LOG.info(
                    "The deployment targets of {} can't be read: {}",
                    wish.project().id(),
                    silent.kind());
            return null;
        }
    }

    /** What the requester can do now: promote, ask for approval, go ahead anyway, or what the rules suggest. */
    private List<Button> next(Wish wish, Pipeline pipeline, Decision decision) {
        var buttons = new ArrayList<Button>();
        if (decision.granted()) {
            buttons.add(promote("Promote", wish, pipeline).primary());
        } else if (wish.opened() != null) {
            buttons.add(Button.of("Open requests", new ListApprovals()));
        } else if (decision.mayBeAskedFor()) {
            buttons.add(promote(asking(decision), wish, pipeline).primary());
        }
        decision.unmet().stream()
                .flatMap(judgement -> judgement.instead().stream())
                .distinct()
                .limit(MOST_OFFERED)
                .map(suggestion -> Button.of(suggestion.label(), suggestion.command()))
                .forEach(buttons::add);
        if (mayOverride(wish, decision)) {
            buttons.add(promote("Promote anyway", wish.overriding(), pipeline)
                    .danger()
                    .asking(
                            "Promote anyway?",
                            "The pipeline " + PromotionPhrases.notPassed(pipeline) + ". It is promoted to "
                                    + wish.promotion() + " anyway, and the override is recorded.",
                            "Promote",
                            "Cancel"));
        }
        return buttons;
    }

    private static String asking(Decision decision) {
        var whom = decision.about(RuleTopic.APPROVALS).stream()
                .map(judgement -> judgement.could().spoken())
                .filter(who -> !who.isEmpty())
                .collect(Collectors.joining(", "));
        return whom.isEmpty() || whom.length() > LONGEST_NAMES ? "Request approval" : "Ask " + whom;
    }

    private static Button promote(String label, Wish wish, Pipeline pipeline) {
        var command = new Promote(
                wish.promotion(), Subject.pipeline(pipeline.id()), wish.parameters(), wish.override(), false, null);
        return Button.of(label, command);
    }

    /** Whether nothing but the pipeline's result stands in the way, and the requester may override that. */
    private boolean mayOverride(Wish wish, Decision decision) {
        var pipelineIsInTheWay = decision.about(RuleTopic.PIPELINE).stream().anyMatch(judgement -> !judgement.met());
        if (!pipelineIsInTheWay || wish.override() || wish.opened() != null) {
            return false;
        }
        var overridden = judge.judge(wish.overriding());
        return overridden.granted() || overridden.mayBeAskedFor();
    }

    private static Why with(Why command, String promotion, Subject subject) {
        return new Why(promotion, subject, command.parameters(), command.override());
    }
}
