package dev.signalman.domain;

/** A commit's SHA as people read it: its first seven characters. */
public final class ShortCommit {
    private static final int LENGTH = 7;

    private ShortCommit() {}

    /** The first seven characters of {@code commit}, or all of a shorter one. */
    public static String of(String commit) {
        return commit.length() <= LENGTH ? commit : commit.substring(0, LENGTH);
    }
}
