package dev.signalman.journal;

import java.time.Duration;

/** Says how long something is, roughly. */
final class Spans {
    private Spans() {}

    static String words(Duration span) {
        if (span.toMinutes() < 2) {
            return Math.max(0, span.toSeconds()) + " seconds";
        }
        if (span.toHours() < 2) {
            return span.toMinutes() + " minutes";
        }
        return span.toDays() < 2 ? span.toHours() + " hours" : span.toDays() + " days";
    }
}
