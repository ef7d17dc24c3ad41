package dev.signalman.engine.intake;

/** Hears what is taken in, for whoever counts it. Calls come from many threads. */
public interface IntakeMetrics {
    /** An invocation was taken. */
    void taken();

    /** An invocation was not taken, since the database was away. */
    void notTaken();

    /** Hears nothing. */
    IntakeMetrics DEAF = new IntakeMetrics() {
        @Override
        public void taken() {}

        @Override
        public void notTaken() {}
    };
}
