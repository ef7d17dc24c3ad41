package dev.signalman.feature.locks;

import dev.signalman.card.Text;
import java.time.Duration;
import java.time.Instant;

/** Locks said in words. */
final class LockWords {
    private LockWords() {}

    /** {@code production of web}. */
    static Text which(Held held) {
        return which(held.promotion(), held.what());
    }

    static Text which(String promotion, Locked what) {
        return Text.empty().bold(promotion).plain(" of ").bold(what.project());
    }

    /** Who holds it since when, until when and why, without a full stop. */
    static Text terms(Held held) {
        var until = held.until();
        var since = Text.of(held.holder().name() + " since ").date(held.since());
        var ends = until == null ? since : since.plain(", until ").date(until);
        return ends.plain(because(held));
    }

    static String because(Held held) {
        return held.reason() == null ? "" : ": " + held.reason();
    }

    /** How long something has lasted, roughly: {@code 3 hours}. */
    static String since(Instant then, Instant now) {
        var time = Duration.between(then, now);
        if (time.toDays() > 0) {
            return number(time.toDays(), "day");
        }
        return time.toHours() > 0 ? number(time.toHours(), "hour") : number(Math.max(1, time.toMinutes()), "minute");
    }

    private static String number(long count, String unit) {
        return count == 1 ? "a" + (unit.equals("hour") ? "n " : " ") + unit : count + " " + unit + "s";
    }
}
