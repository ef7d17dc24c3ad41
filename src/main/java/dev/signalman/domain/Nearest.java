package dev.signalman.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds which of the real names somebody may have meant. */
public final class Nearest {
    private static final double NEAR_ENOUGH = 0.75;

    private Nearest() {}

    /** The real names that look most like {@code said}, the nearest first, at most {@code most}; empty when none is near. */
    public static List<String> of(String said, Collection<String> real, int most) {
        var similarity = new JaroWinklerSimilarity();
        record Scored(String name, double score) {}
        return real.stream()
                .distinct()
                .map(name -> new Scored(
                        name, similarity.apply(said.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.score() >= NEAR_ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::name))
                .limit(most)
                .map(Scored::name)
                .toList();
    }
}
