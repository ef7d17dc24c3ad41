package dev.signalman.journal;

import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import java.util.List;
import java.util.function.Function;

/** Records the keys, and returns given results. */
record RecordingReconciler(ReconcileKey.Kind kind, List<String> looked, Function<ReconcileKey, ReconcileResult> sees)
        implements Reconciler {
    @Override
    public ReconcileResult at(ReconcileKey key) {
        looked.add(key.id());
        return sees.apply(key);
    }
}
