package dev.signalman.engine.intake;

/** Counts invocations that are taken in. Calls come from many threads. */
public interface IntakeMetrics {
    /** An invocation was accepted. */
    void taken();

    /** An invocation was refused, since the database was away. */
    void notTaken();

    /** Counts nothing. */
    IntakeMetrics DEAF = new IntakeMetrics() {
        @Override
        public void taken() {}

        @Override
        public void notTaken() {}
    };
}
