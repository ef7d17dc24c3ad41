package dev.signalman.feature.locks;

import dev.signalman.command.Cordon;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Deactivates or activates a deployment target. Repeating the call has no further effect, so an act that is not seen is
 * repeated.
 */
final class CordonExecutor implements ActExecutor<Cordon> {
    /** Failures that may pass; the caller reports them. */
    private static final Set<Kind> PASSING = Set.of(Kind.UNREACHABLE, Kind.BROKEN, Kind.LIMITED);

    private static final String SYNCING = "Invalid state: SYNCING";

    private final Semaphore semaphore;

    @Inject
    CordonExecutor(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public ActResult carry(Cordon pinned, Act act) {
        try {
            if (pinned.lift()) {
                semaphore.deploymentTargets().activate(pinned.target());
            } else {
                semaphore.deploymentTargets().deactivate(pinned.target());
            }
        } catch (SemaphoreException failure) {
            if (failure.mayHaveActed() || PASSING.contains(failure.kind())) {
                throw failure;
            }
            var not = "I couldn't " + (pinned.lift() ? "activate" : "deactivate") + " " + which(pinned);
            return ActResult.refused(
                    failure.words().contains(SYNCING)
                            ? not + " yet: Semaphore is still syncing it (" + SYNCING + "). I'll retry within a minute."
                            : not + ". " + FailureCards.words(failure));
        }
        return done(pinned);
    }

    @Override
    public ProbeResult lookFor(Cordon pinned, Act act) {
        var target = semaphore.deploymentTargets().describe(pinned.target());
        return target.cordoned() == pinned.lift()
                ? new ProbeResult.MayBeRepeated("Semaphore didn't confirm that it "
                        + (pinned.lift() ? "activated " : "deactivated ") + which(pinned) + ".")
                : new ProbeResult.Happened(done(pinned));
    }

    /**
     * Whether Semaphore refused only because the target is syncing for a moment (docs/semaphore.md, "Deployment
     * targets").
     */
    static boolean passes(String words) {
        return words.contains(SYNCING);
    }

    private static ActResult done(Cordon pinned) {
        var words = pinned.lift()
                ? "Activated " + which(pinned) + " again: " + pinned.because()
                : "Deactivated " + which(pinned) + " for " + pinned.because();
        return ActResult.done(words);
    }

    private static String which(Cordon pinned) {
        return "the deployment target " + pinned.name() + " of " + pinned.project();
    }
}
