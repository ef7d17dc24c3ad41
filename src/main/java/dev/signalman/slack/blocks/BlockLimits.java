package dev.signalman.slack.blocks;

/**
 * Size limits for rendering. Slack accepts about 13,000 characters of blocks (docs/slack.md, "Limits"). A card that
 * comes out larger is rendered again one level tighter, which cuts the longest parts first.
 *
 * @param sentence UTF-16 units of a sentence that stands alone
 * @param words UTF-16 units of a piece of text
 * @param title UTF-16 units of a commit's first line
 * @param url length of the longest address that is still a link
 * @param rows rows of a list, and lines of an answer
 * @param spans pieces of one line
 * @param jobs failed jobs that are named
 * @param parts elements in small print
 * @param label UTF-16 units of a button
 * @param question UTF-16 units of a confirmation's text
 * @param yesOrNo UTF-16 units of each of its answers
 * @param value longest line that a button holds itself
 * @param choiceValue longest line that a menu option holds itself
 * @param buttons number of buttons
 * @param choices number of menu options
 * @param log UTF-16 units of a log excerpt
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
    /** The tightest level. Everything fits at it, even with three bytes per unit. */
    static final int LAST = 7;

    /** Maximum bytes of all blocks; with what a press adds, they must stay under 12,000. */
    static final int BYTES = 11_500;

    static BlockLimits at(int level) {
        return new BlockLimits(
                level < 4 ? 1_000 : 100,
                Math.max(10, 400 >> level),
                Math.max(20, Math.min(120, 400 >> level)),
                level < 3 ? 1_000 : level < LAST ? 200 : 100,
                level == 0 ? 60 : Math.max(2, 48 >> level),
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
