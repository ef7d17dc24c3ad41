package dev.signalman.feature.locks;

import dev.signalman.card.Span;
import dev.signalman.card.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Locks said in words. */
final class LockWords {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

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

    /** The same in plain words, times in UTC. */
    static String spoken(Text text) {
        var words = new StringBuilder();
        for (var span : text.spans()) {
            if (span instanceof Span.Plain plain) {
                words.append(plain.text());
            } else if (span instanceof Span.Bold bold) {
                words.append(bold.text());
            } else if (span instanceof Span.Time time) {
                words.append(MINUTE.format(time.at()));
            }
        }
        return words.toString();
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
