package dev.signalman.simulator.semaphore;

/** A refusal with Semaphore's reason. */
public final class SemaphoreRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The form of the answer. */
    public enum Kind {
        /** 400 with the reason as a JSON string. */
        INVALID,
        /** 400 with the reason in an object, beside a code. */
        EXHAUSTED,
        /** 404 in bare text. */
        NOT_FOUND,
        /** 500 without a reason. */
        INTERNAL
    }

    private final Kind kind;

    public SemaphoreRefusal(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    static SemaphoreRefusal invalid(String reason) {
        return new SemaphoreRefusal(Kind.INVALID, reason);
    }

    public Kind kind() {
        return kind;
    }

    /** The reason in words, never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
