package dev.signalman.domain;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A pattern for branches, tags and pull requests: an exact name; a glob in which {@code *} matches any characters,
 * slashes too, and {@code ?} one; or a regular expression between slashes, found anywhere unless anchored. Globs and
 * expressions match Semaphore's name ({@code refs/tags/v1}, {@code pull-request-7}), in time linear in its length.
 *
 * @param text as it was written
 */
public record RefPattern(String text) {
    /** Maximum length in characters. */
    public static final int LONGEST = 200;

    private static final long MOST_REPETITIONS = 1_000;

    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?\\}");

    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException when it is invalid; the message is a clause that follows the quoted pattern
     */
    public RefPattern {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is empty; remove it for every branch");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        }
        if (text.startsWith("/")) {
            if (text.length() < 3 || !text.endsWith("/")) {
                throw new IllegalArgumentException(
                        "isn't a regular expression; put it between two slashes, such as /^release-/");
            }
            check(inside(text));
        }
    }

    /** Whether the pattern matches a reference. */
    public boolean matches(GitRef ref) {
        if (text.startsWith("/")) {
            return Pattern.compile(inside(text)).matcher(ref.branchName()).find();
        }
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            return new Glob(text).matches(ref.branchName());
        }
        return GitRef.parse(text).equals(ref);
    }

    /** Whether the pattern is a regular expression that is found in a name of something else. */
    boolean finds(String name) {
        return text.startsWith("/")
                && Pattern.compile(inside(text)).matcher(name).find();
    }

    private static String inside(String text) {
        return text.substring(1, text.length() - 1);
    }

    private static void check(String regex) {
        if (repetitions(regex) > MOST_REPETITIONS) {
            throw new IllegalArgumentException(
                    "repeats too much: the numbers in braces must not exceed " + MOST_REPETITIONS + " when multiplied");
        }
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException(
                    "isn't a supported regular expression (" + malformed.getDescription() + ")", malformed);
        }
    }

    /**
     * How large counted repetitions can make a regular expression, since {@code ((a{99}){99}){99}} is short, and a million states: all
     * counts multiplied, as if each stood inside the others. It is never less than that, and more than the most when that is passed.
     */
    private static long repetitions(String regex) {
        long product = 1;
        var found = COUNTED.matcher(regex);
        while (found.find() && product <= MOST_REPETITIONS) {
            var upper = found.group(2);
            product *= Math.max(1, Math.max(number(found.group(1)), upper == null ? 0 : number(upper)));
        }
        return product;
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 0 : digits.length() > 6 ? MOST_REPETITIONS + 1 : Long.parseLong(digits);
    }
}
