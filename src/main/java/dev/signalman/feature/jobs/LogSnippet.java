package dev.signalman.feature.jobs;

import java.util.ArrayDeque;
import java.util.List;

/**
 * The end of a text: whole lines, control sequences removed and secrets masked.
 *
 * @param body at most {@link #MOST_CHARACTERS} characters; empty when nothing was printed
 * @param cut whether earlier text was left out
 */
record LogSnippet(String body, boolean cut) {
    static final int MOST_LINES = 40;
    static final int MOST_CHARACTERS = 2_800;

    /** Characters that are read: enough to recognize a secret that begins before the shown part. */
    private static final int WINDOW = 64 * 1024;

    private static final String ELLIPSIS = "…";

    static LogSnippet of(String printed) {
        boolean outside = printed.length() > WINDOW;
        var window = outside ? printed.substring(printed.length() - WINDOW) : printed;
        // Masked as one text: keys and quoted values span several lines.
        var lines = SecretMask.mask(TerminalOutput.show(window))
                .stripTrailing()
                .lines()
                .toList();
        return end(lines, outside);
    }

    private static LogSnippet end(List<String> lines, boolean outside) {
        var kept = new ArrayDeque<String>();
        int room = MOST_CHARACTERS;
        int next = lines.size() - 1;
        while (next >= 0 && kept.size() < MOST_LINES && lines.get(next).length() + 1 <= room) {
            kept.addFirst(lines.get(next));
            room -= lines.get(next).length() + 1;
            next--;
        }
        if (kept.isEmpty() && next >= 0) {
            kept.add(endOf(lines.get(next), MOST_CHARACTERS - 1));
        }
        while (!kept.isEmpty() && kept.getFirst().isBlank()) {
            kept.removeFirst();
        }
        return new LogSnippet(String.join("\n", kept), outside || next >= 0);
    }

    /** The end of a line that alone exceeds the limit. */
    private static String endOf(String line, int most) {
        int begin = line.length() - most;
        return ELLIPSIS + line.substring(Character.isLowSurrogate(line.charAt(begin)) ? begin + 1 : begin);
    }
}
