package dev.signalman.engine;

import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import java.util.List;
import java.util.function.Function;

/** Notes what it is asked to reconcile, and sees what it is told. */
record RecordingReconciler(ReconcileKey.Kind kind, List<String> looked, Function<ReconcileKey, ReconcileResult> sees)
        implements Reconciler {
    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        looked.add(key.id());
        return sees.apply(key);
    }
}
