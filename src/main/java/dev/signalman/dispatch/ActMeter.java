package dev.signalman.dispatch;

/** Receives the result of each act, for metrics. */
@FunctionalInterface
public interface ActMeter {
    /**
     * Called when an act is settled.
     *
     * @param verb the words of its verb, e.g. {@code promote}
     */
    void settled(String verb, ActResult.State state);
}
