package dev.signalman.command;

import java.util.regex.Pattern;

/**
 * One word of a line.
 *
 * @param text the text without its quotes
 * @param bare the text with every quoted character replaced by NUL; only the unquoted ones have a meaning in the
 *     grammar
 */
record Word(String text, String bare) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern ALMOST_A_NAME = Pattern.compile("[A-Za-z0-9_.-]*");

    /** Whether it is this keyword, in any case and unquoted. */
    boolean is(String keyword) {
        return bare.equalsIgnoreCase(keyword);
    }

    /** Whether no part of it was quoted. */
    boolean plain() {
        return bare.equals(text) && !text.isEmpty();
    }

    /** The part from index {@code from}. */
    Word from(int from) {
        return new Word(text.substring(from), bare.substring(from));
    }

    /** The part before index {@code end}. */
    Word upTo(int end) {
        return new Word(text.substring(0, end), bare.substring(0, end));
    }

    /**
     * Whether it is {@code NAME=value}. A branch with an equals sign ({@code web@a=b}) is not, nor is a URL with a
     * query.
     *
     * @throws Refusal when only its name is invalid
     */
    boolean assigns() {
        int equals = bare.indexOf('=');
        if (equals < 0) {
            return false;
        }
        var name = text.substring(0, equals);
        if (NAME.matcher(name).matches()) {
            return true;
        }
        if (ALMOST_A_NAME.matcher(name).matches()) {
            throw new Refusal(QuotedText.of(name)
                    + " can't be a parameter name: use only letters, digits and _, and don't start with a digit. "
                    + "If the equals sign is part of a name, put the name in quotes.");
        }
        return false;
    }

    /** The name before the equals sign. */
    Word name() {
        return upTo(bare.indexOf('='));
    }

    /** The value after the equals sign. */
    String value() {
        return text.substring(bare.indexOf('=') + 1);
    }
}
