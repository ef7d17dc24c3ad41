package dev.signalman.domain;

import com.google.re2j.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern in which {@code *} matches any characters and {@code ?} one. Matching never backtracks: its time is bounded
 * by the product of both lengths.
 */
public record Glob(String text) {
    /** Whether the pattern matches the whole name. */
    public boolean matches(String name) {
        return Pattern.compile(regex(), Pattern.DOTALL).matches(name);
    }

    private String regex() {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
    }
}
