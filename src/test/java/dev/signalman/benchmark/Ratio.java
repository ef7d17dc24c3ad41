package dev.signalman.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A ratio with one value per round. */
record Ratio(List<Double> rounds) {
    /** From figures of the same rounds. */
    static Ratio of(List<Double> one, List<Double> other) {
        return new Ratio(IntStream.range(0, one.size())
                .mapToObj(round -> one.get(round) / other.get(round))
                .toList());
    }

    double median() {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        var sorted = rounds.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f in %d rounds)",
                median(),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }
}
