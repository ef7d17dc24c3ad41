package dev.signalman.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the existing names that a mistyped one may have meant. */
public final class NearestName {
    private static final double NEAR_ENOUGH = 0.75;
    private static final int SHORTEST_SLIP = 2;

    private NearestName() {}

    /** The existing names most similar to {@code said}, nearest first; empty when none is near. */
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

    /** Similarity from 0 to 1. Jaro-Winkler rates short names too low, so a single typo always counts as near. */
    private static double score(String said, String name) {
        double similarity = new JaroWinklerSimilarity().apply(said, name);
        return oneSlip(said, name) ? Math.max(similarity, NEAR_ENOUGH) : similarity;
    }

    /** Whether two lower-case words differ by one typo: a missing, extra, wrong or transposed letter. */
    public static boolean oneSlip(String said, String name) {
        return Math.min(said.length(), name.length()) >= SHORTEST_SLIP
                && (new LevenshteinDistance(1).apply(said, name) >= 0 || sameLetters(said, name));
    }

    private static boolean sameLetters(String said, String name) {
        return Arrays.equals(
                said.chars().sorted().toArray(), name.chars().sorted().toArray());
    }
}
