package dev.signalman.simulator.semaphore;

/** What started a workflow. */
public enum TriggeredBy {
    HOOK(0),
    SCHEDULE(1),
    API(2),
    MANUAL_RUN(3);

    private final int number;

    TriggeredBy(int number) {
        this.number = number;
    }

    /** The number that lists contain. */
    public int number() {
        return number;
    }
}
