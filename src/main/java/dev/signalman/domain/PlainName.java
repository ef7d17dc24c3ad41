package dev.signalman.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of promotions as rules compare them, so that no way of writing one leads past a rule. */
public final class PlainName {
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private PlainName() {}

    /** The name without case, without spaces at its ends or doubled ones, and in one of the forms that look alike. */
    public static String of(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }
}
