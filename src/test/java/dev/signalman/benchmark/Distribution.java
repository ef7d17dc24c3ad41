package dev.signalman.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A distribution of figures. */
record Distribution(List<Double> sorted) {
    static Distribution of(DoubleStream figures) {
        return new Distribution(figures.sorted().boxed().toList());
    }

    /** The quantile; NaN without figures. */
    double at(double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }

    /** One line, with {@code unit} after each figure. */
    String in(String unit) {
        return String.format(
                Locale.ROOT, "p50 %.1f%s  p99 %.1f%s  most %.1f%s", at(0.5), unit, at(0.99), unit, at(1), unit);
    }
}
