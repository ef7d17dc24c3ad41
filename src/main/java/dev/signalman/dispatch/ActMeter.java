package dev.signalman.dispatch;

/** Hears how acts end, for whoever counts them. */
@FunctionalInterface
public interface ActMeter {
    /**
     * An act was settled.
     *
     * @param verb the words of its verb
     */
    void settled(String verb, ActResult.State state);
}
