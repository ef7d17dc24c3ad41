package dev.signalman.dispatch;

/** Compares what a key is with what it should be, and says what comes of that. It reads; it changes nothing. */
public interface Reconciler {
    /** The kind of key that it reconciles. */
    ReconcileKey.Kind kind();

    /** Reconciles once. After a crash it may be called again with the same key. */
    ReconcileResult reconcile(ReconcileKey key);
}
