package dev.signalman.dispatch;

/** Where new ids come from: random ones in the running program, repeatable ones in tests. */
@FunctionalInterface
public interface IdGenerator {
    /** An id that was never given before, of letters, digits and dashes. */
    String next();
}
