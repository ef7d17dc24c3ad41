package dev.signalman.domain;

import com.google.re2j.Pattern;

/**
 * Estimates how far counted repetitions blow up a regular expression: {@code ((a{99}){99}){99}} is short, and has a
 * million states.
 */
final class RegexRepetitionLimit {
    static final long MOST = 1_000;

    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?\\}");

    private RegexRepetitionLimit() {}

    /** The product of all counts, as if they were nested: an upper bound that stops growing above {@link #MOST}. */
    static long of(String regex) {
        long product = 1;
        var found = COUNTED.matcher(regex);
        while (found.find() && product <= MOST) {
            var upper = found.group(2);
            product *= Math.max(1, Math.max(number(found.group(1)), upper == null ? 0 : number(upper)));
        }
        return product;
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 0 : digits.length() > 6 ? MOST + 1 : Long.parseLong(digits);
    }
}
