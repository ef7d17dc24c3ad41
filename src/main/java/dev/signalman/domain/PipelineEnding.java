package dev.signalman.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Endings that a subscription can ask for. A broken pipeline also counts as failed, a fixed one as passed. */
public enum PipelineEnding {
    PASSED,
    FAILED,
    STOPPED,
    CANCELED,
    /** The first failure after a pass, of the same project, reference and pipeline file. */
    BROKEN,
    /** The first pass after a failure, of the same project, reference and pipeline file. */
    FIXED;

    /** The word that people write, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses a word, ignoring case. */
    public static Optional<PipelineEnding> of(String word) {
        return Arrays.stream(values())
                .filter(ending -> ending.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** All words, in the order of the values. */
    public static List<String> words() {
        return Arrays.stream(values()).map(PipelineEnding::word).toList();
    }
}
