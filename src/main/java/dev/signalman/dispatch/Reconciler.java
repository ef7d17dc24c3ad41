package dev.signalman.dispatch;

/** Looks at what is watched, and compares it with what was seen before. It reads; it changes nothing. */
public interface Reconciler {
    /** What it knows how to look at. */
    ReconcileKey.Kind kind();

    /** Looks once. It may be called again for the same look after a crash. */
    ReconcileResult at(ReconcileKey key);
}
