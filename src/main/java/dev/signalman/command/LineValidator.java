package dev.signalman.command;

/** Refuses lines that are too long, or contain characters that no name has and databases or files cannot store. */
final class LineValidator {
    private LineValidator() {}

    /**
     * Validates a line.
     *
     * @param longest in UTF-16 units, as Slack counts
     * @throws Refusal when it is too long, or contains a control character other than white space, or an unpaired
     *     surrogate
     */
    static void check(String line, int longest) {
        if (line.length() > longest) {
            throw new Refusal("That line has " + line.length() + " characters. The limit is " + longest
                    + ". Nothing was changed.");
        }
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int c = line.codePointAt(at);
            boolean control = Character.isISOControl(c) && !CommandLine.separates(c);
            if (control || Character.getType(c) == Character.SURROGATE) {
                throw new Refusal(String.format(
                        "Character %d of that line (U+%04X) isn't allowed in a name. Remove it. Nothing was changed.",
                        at + 1, c));
            }
        }
    }
}
