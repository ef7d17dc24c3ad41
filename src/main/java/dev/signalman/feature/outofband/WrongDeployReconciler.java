package dev.signalman.feature.outofband;

import dev.signalman.command.Halt;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.domain.PipelineState;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a deploy that started another file than the rules name, and retries until it stops. The key counts the tries.
 */
final class WrongDeployReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(WrongDeployReconciler.class);
    private static final int MOST = 10;

    private final Semaphore semaphore;

    @Inject
    WrongDeployReconciler(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.WRONG_DEPLOY;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        int tries = key.seen().isEmpty() ? 0 : Integer.parseInt(key.seen());
        if (tries > MOST) {
            LOG.warn("Deploy {} did not stop; stop it in Semaphore", key.id());
            return new ReconcileResult.Over();
        }
        try {
            var state = semaphore.pipelines().describe(key.id()).state();
            return state.done() || state == PipelineState.STOPPING
                    ? new ReconcileResult.Over()
                    : tried(tries, Outcome.act(new Halt(key.id())));
        } catch (SemaphoreException silent) {
            LOG.info("Deploy {} can't be read: {}", key.id(), silent.kind());
            return tried(tries, Outcome.nothing());
        }
    }

    private static ReconcileResult tried(int tries, Outcome outcome) {
        return ReconcileResult.changed(Integer.toString(tries + 1), outcome, RetrySchedule.BACKGROUND.after(tries));
    }
}
