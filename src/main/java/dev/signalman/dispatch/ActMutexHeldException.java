package dev.signalman.dispatch;

import java.util.Set;

/** An act may not begin because of another in its {@link ActMutex}; nothing was recorded. */
public final class ActMutexHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> passed;

    private ActMutexHeldException(String words, Set<String> passed) {
        super(words);
        this.passed = Set.copyOf(passed);
    }

    /** Another is under way. */
    public static ActMutexHeldException by(ActMutex mutex) {
        return new ActMutexHeldException("Another act is under way in " + mutex.name(), Set.of());
    }

    /** Others were settled of which the decision may not have known. */
    public static ActMutexHeldException after(ActMutex mutex, Set<String> invocations) {
        return new ActMutexHeldException("Others went through " + mutex.name() + " before", invocations);
    }

    /** The invocations whose acts were settled; whoever knows of them all decides anew. Empty while another is under way. */
    public Set<String> passed() {
        return passed;
    }
}
