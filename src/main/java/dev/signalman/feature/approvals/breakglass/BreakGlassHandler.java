package dev.signalman.feature.approvals.breakglass;

import dev.signalman.command.BreakGlass;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.feature.approvals.request.RequestedPromotion;
import dev.signalman.feature.approvals.rule.VoteStepUp;
import dev.signalman.feature.approvals.vote.RequestCloser;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.RuleTopic;
import jakarta.inject.Inject;

/** Lets a person go ahead alone with a request. */
public final class BreakGlassHandler implements Handler<BreakGlass> {
    private final BreakGlassProcessor breakGlassProcessor;
    private final RequestCloser closer;
    private final RequestedPromotion requested;
    private final Judge judge;
    private final VoteStepUp stepUp;

    @Inject
    BreakGlassHandler(
            BreakGlassProcessor breakGlassProcessor,
            RequestCloser closer,
            RequestedPromotion requested,
            Judge judge,
            VoteStepUp stepUp) {
        this.breakGlassProcessor = breakGlassProcessor;
        this.closer = closer;
        this.requested = requested;
        this.judge = judge;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome handle(BreakGlass command, Invocation invocation) {
        if (command.because() == null) {
            throw without(command, invocation);
        }
        return breakGlassProcessor.open(command.request(), command.because(), invocation);
    }

    /** A person without the right, or without a second factor that counts, is told so: a reason would not help them. */
    private Refusal without(BreakGlass command, Invocation invocation) {
        var wish = requested.of(closer.pending(command.request())).broken(invocation.actor(), "no reason");
        var unmet = judge.judge(wish).about(RuleTopic.BREAK_GLASS).stream()
                .filter(each -> !each.met())
                .findFirst();
        if (unmet.isEmpty()) {
            stepUp.admitGlass(invocation, wish.policies(), "Breaking glass", command);
        }
        return unmet.map(each -> new Refusal(each.spoken()))
                .orElseGet(() -> new Refusal(
                        "Break-glass needs a reason, which everyone in the channel will see. Try: /semaphore break-glass "
                                + command.request() + " because <reason>."));
    }
}
