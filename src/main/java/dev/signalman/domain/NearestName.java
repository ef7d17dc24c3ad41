package dev.signalman.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds which of the real names somebody may have meant. */
public final class NearestName {
    private static final double NEAR_ENOUGH = 0.75;
    private static final int SHORTEST_SLIP = 2;

    private NearestName() {}

    /** The real names that look most like {@code said}, the nearest first, at most {@code most}; empty when none is near. */
    public static List<String> of(String said, Collection<String> real, int most) {
        var typed = said.toLowerCase(Locale.ROOT);
        record Scored(String name, double score) {}
        return real.stream()
                .distinct()
                .map(name -> new Scored(name, score(typed, name.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.score() >= NEAR_ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::name))
                .limit(most)
                .map(Scored::name)
                .toList();
    }

    /** From 0 to 1. Short names get too little from the similarity alone, so one slip of the finger is always near. */
    private static double score(String said, String name) {
        double similarity = new JaroWinklerSimilarity().apply(said, name);
        return oneSlip(said, name) ? Math.max(similarity, NEAR_ENOUGH) : similarity;
    }

    /** Whether one slip of the finger lies between two words, in lower case: a letter too many, too few or wrong, or letters that changed places. */
    public static boolean oneSlip(String said, String name) {
        return Math.min(said.length(), name.length()) >= SHORTEST_SLIP
                && (new LevenshteinDistance(1).apply(said, name) >= 0 || sameLetters(said, name));
    }

    private static boolean sameLetters(String said, String name) {
        return Arrays.equals(
                said.chars().sorted().toArray(), name.chars().sorted().toArray());
    }
}
