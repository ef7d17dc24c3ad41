package dev.signalman.command;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognizes Semaphore's ids: UUIDs in lower case. */
final class SemaphoreIds {
    private static final String HEX = "[0-9a-fA-F]";
    private static final Pattern UUID =
            Pattern.compile(HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}");
    private static final Pattern LONG_HEX = Pattern.compile("[0-9a-fA-F-]{28,44}");
    private static final Pattern BEGUN = Pattern.compile(HEX + "{8}-" + HEX + "{4}(?:-[0-9a-fA-F-]*)?");
    private static final Pattern MISTYPED = Pattern.compile("\\w{8}-\\w{4}-\\w{4}-\\w{4}-\\w{12}");
    private static final Pattern COMMIT = Pattern.compile(HEX + "{40}");

    private SemaphoreIds() {}

    /** Whether the text is an id, in any case. */
    static boolean is(String text) {
        return UUID.matcher(text).matches();
    }

    /** Whether an id may be meant, even a mistyped one. */
    static boolean resembles(String text) {
        return is(text)
                || LONG_HEX.matcher(text).matches()
                || BEGUN.matcher(text).matches()
                || MISTYPED.matcher(text).matches();
    }

    /**
     * The id in lower case.
     *
     * @throws Refusal when it is not an id
     */
    static String read(String text) {
        if (is(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (COMMIT.matcher(text).matches()) {
            throw new Refusal(QuotedText.of(text)
                    + " looks like a commit, which I can't look up. Use a branch, such as web@main, or an id.");
        }
        throw new Refusal(QuotedText.of(text)
                + " looks like an id but isn't one: ids have 36 characters (8-4-4-4-12 hexadecimal digits), "
                + "and this has " + text.length()
                + ". If it is a project's name, put it in quotes.");
    }
}
