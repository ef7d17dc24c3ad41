package dev.signalman.dispatch;

/** Generates ids: random ones in production, repeatable ones in tests. */
@FunctionalInterface
public interface IdGenerator {
    /** A new unique id of letters, digits and dashes. */
    String next();
}
