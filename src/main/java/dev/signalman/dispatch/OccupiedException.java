package dev.signalman.dispatch;

import java.util.Set;

/** An act may not begin because of another in its {@link Section}; nothing was recorded. */
public final class OccupiedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> passed;

    private OccupiedException(String words, Set<String> passed) {
        super(words);
        this.passed = Set.copyOf(passed);
    }

    /** Another is under way. */
    public static OccupiedException by(Section section) {
        return new OccupiedException("Another act is under way in " + section.name(), Set.of());
    }

    /** Others were settled of which the decision may not have known. */
    public static OccupiedException after(Section section, Set<String> invocations) {
        return new OccupiedException("Others went through " + section.name() + " before", invocations);
    }

    /** The invocations whose acts were settled; whoever knows of them all decides anew. Empty while another is under way. */
    public Set<String> passed() {
        return passed;
    }
}
