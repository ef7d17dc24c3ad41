package dev.signalman.slack.blocks;

/**
 * How much of everything is drawn. Slack takes no more than about 13,000 characters of blocks (docs/slack.md, "Limits"), so a
 * card that comes out larger is drawn again one level tighter, which cuts the longest parts first.
 *
 * @param words code points of a piece of text
 * @param title code points of a commit's first line
 * @param url longest address that is still a link
 * @param rows rows of a list, and lines of an answer
 * @param spans pieces of one line
 * @param jobs failed jobs that are named
 * @param parts elements in small print
 * @param label code points of a button
 * @param question code points of the text of a confirmation
 * @param value longest line that a button holds itself
 * @param choiceValue longest line that a choice of a menu holds itself
 * @param buttons how many
 * @param choices how many in the menu
 * @param log code points of an excerpt
 */
record Limits(
        int words,
        int title,
        int url,
        int rows,
        int spans,
        int jobs,
        int parts,
        int label,
        int question,
        int value,
        int choiceValue,
        int buttons,
        int choices,
        int log) {
    /** The tightest level, at which anything fits. */
    static final int LAST = 6;

    /** Of all blocks together in bytes; what a press adds must still fit under 12,000. */
    static final int BYTES = 11_500;

    static Limits at(int level) {
        return new Limits(
                Math.max(10, 400 >> level),
                Math.max(20, Math.min(120, 400 >> level)),
                level < 3 ? 1_000 : 200,
                Math.max(2, 48 >> level),
                Math.max(5, 24 >> level),
                level < 3 ? 5 : 2,
                level < 4 ? 10 : 4,
                level < 2 ? 75 : Math.max(20, 120 >> level),
                Math.max(20, 300 >> level),
                level == 0 ? 1_900 : Math.max(75, 1_200 >> level),
                level == 0 ? 75 : 20,
                level < 2 ? 50 : Math.max(6, 50 >> (level - 2)),
                level < 3 ? 100 : Math.max(12, 80 - 20 * (level - 3)),
                Math.max(100, 3_500 >> level));
    }
}
