package dev.signalman.dispatch;

import java.util.Set;

/** An act cannot begin because of another act with the same {@link ActMutex}. Nothing was recorded. */
public final class ActMutexHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> passed;

    private ActMutexHeldException(String words, Set<String> passed) {
        super(words);
        this.passed = Set.copyOf(passed);
    }

    /** Another act holds the mutex. */
    public static ActMutexHeldException by(ActMutex mutex) {
        return new ActMutexHeldException("Another act is under way in " + mutex.name(), Set.of());
    }

    /** Other acts were settled, perhaps after the decision was made. */
    public static ActMutexHeldException after(ActMutex mutex, Set<String> invocations) {
        return new ActMutexHeldException("Others went through " + mutex.name() + " before", invocations);
    }

    /**
     * The invocations whose acts were settled; pass them to the next attempt after deciding again. Empty while another
     * act holds the mutex.
     */
    public Set<String> passed() {
        return passed;
    }
}
