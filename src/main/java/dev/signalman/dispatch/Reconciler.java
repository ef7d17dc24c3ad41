package dev.signalman.dispatch;

/** Compares the actual state of a key with its wanted state, and returns the changes to make. Only reads. */
public interface Reconciler {
    /** The kind of key that it reconciles. */
    ReconcileKey.Kind kind();

    /** Reconciles once. May be called again with an equal key after a crash. */
    ReconcileResult reconcile(ReconcileKey key);
}
