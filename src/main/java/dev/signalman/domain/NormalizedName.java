package dev.signalman.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes promotion names for comparison, so no spelling of a name bypasses a rule. */
public final class NormalizedName {
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Invisible characters: formats, variation selectors, fillers and joiners. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cf}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0000}-\\x{E0FFF}]");

    private NormalizedName() {}

    /**
     * Folds case, strips and collapses spaces, removes invisible characters, and replaces look-alikes by ASCII letters.
     */
    public static String of(String name) {
        var seen = UNSEEN.matcher(name).replaceAll("");
        var folded = Normalizer.normalize(seen, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(ConfusableCharacters.resolve(folded))
                .replaceAll(" ")
                .strip();
    }
}
