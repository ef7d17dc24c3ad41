package dev.signalman.domain;

import com.google.re2j.Pattern;
import java.util.stream.Collectors;

/**
 * A name in which {@code *} stands for any characters and {@code ?} for one. To match takes time in proportion to the lengths of both,
 * whatever they are.
 */
public record Glob(String text) {
    /** Whether it means the whole of {@code name}. */
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
