package dev.signalman.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the names that somebody may have meant. */
public final class Nearest {
    private static final double NEAR = 0.84;
    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private Nearest() {}

    /** At most three of {@code known} that resemble what was said, the nearest first; case does not matter. */
    public static List<String> to(String said, Collection<String> known) {
        var similarity = new JaroWinklerSimilarity();
        var cut = lower(said.length() > LONGEST ? said.substring(0, LONGEST) : said);
        record Near(String name, double similarity) {}
        return known.stream()
                .distinct()
                .map(name -> new Near(name, similarity.apply(cut, lower(name))))
                .filter(near -> near.similarity() >= NEAR)
                .sorted(Comparator.comparingDouble(Near::similarity).reversed().thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
