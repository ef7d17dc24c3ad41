package dev.signalman.slack.blocks;

/**
 * How much of everything is drawn. Slack takes no more than about 13,000 characters of blocks (docs/slack.md, "Limits"), so a
 * card that comes out larger is drawn again one level tighter, which cuts the longest parts first.
 *
 * @param sentence UTF-16 units of a sentence that stands alone
 * @param words UTF-16 units of a piece of text
 * @param title UTF-16 units of a commit's first line
 * @param url longest address that is still a link
 * @param rows rows of a list, and lines of an answer
 * @param spans pieces of one line
 * @param jobs failed jobs that are named
 * @param parts elements in small print
 * @param label UTF-16 units of a button
 * @param question UTF-16 units of the text of a confirmation
 * @param yesOrNo UTF-16 units of each of its answers
 * @param value longest line that a button holds itself
 * @param choiceValue longest line that a choice of a menu holds itself
 * @param buttons how many
 * @param choices how many in the menu
 * @param log UTF-16 units of an excerpt
 */
record BlockLimits(
        int sentence,
        int words,
        int title,
        int url,
        int rows,
        int spans,
        int jobs,
        int parts,
        int label,
        int question,
        int yesOrNo,
        int value,
        int choiceValue,
        int buttons,
        int choices,
        int log) {
    /** The tightest level, at which anything fits, even where each unit takes three bytes. */
    static final int LAST = 7;

    /** Of all blocks together in bytes; what a press adds must still fit under 12,000. */
    static final int BYTES = 11_500;

    static BlockLimits at(int level) {
        return new BlockLimits(
                level < 4 ? 1_000 : 100,
                Math.max(10, 400 >> level),
                Math.max(20, Math.min(120, 400 >> level)),
                level < 3 ? 1_000 : level < LAST ? 200 : 100,
                Math.max(2, 48 >> level),
                Math.max(5, 24 >> level),
                level < 3 ? 5 : 2,
                level < 4 ? 10 : 4,
                level < 2 ? 75 : Math.max(20, 120 >> level),
                Math.max(20, 300 >> level),
                level < 4 ? 30 : 15,
                level == 0 ? 1_900 : Math.max(75, 1_200 >> level),
                level == 0 ? 75 : 20,
                level < 2 ? 50 : Math.max(level < LAST ? 6 : 3, 50 >> (level - 2)),
                level < 3 ? 100 : Math.max(12, 80 - 20 * (level - 3)),
                Math.max(100, 3_500 >> level));
    }
}
