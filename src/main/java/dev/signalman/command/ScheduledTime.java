package dev.signalman.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a promotion goes, if it does not go at once. */
public sealed interface ScheduledTime {
    /** A promotion may be scheduled this far ahead. */
    Duration FURTHEST = Duration.ofDays(30);

    /** The time as the line has it, with its keyword: {@code at 9:00}. */
    String print();

    /** An instant, on the wall clock of a zone: {@code at 2026-12-24T09:00+01:00[Europe/Belgrade]}. */
    record Exact(ZonedDateTime at) implements ScheduledTime {
        @Override
        public String print() {
            return "at " + at;
        }
    }

    /**
     * A wall clock's time, in a zone that the line does not name: {@code at 9:00}, {@code at 2026-12-24 9:00}.
     *
     * @param day null for the next time that clocks show it
     */
    record Local(@Nullable LocalDate day, LocalTime time) implements ScheduledTime {
        @Override
        public String print() {
            return "at " + (day == null ? "" : day + " ") + clock(time);
        }
    }

    /** Once no freeze holds any more. */
    record AfterFreeze() implements ScheduledTime {
        @Override
        public String print() {
            return "after the freeze";
        }
    }

    /** Wall clock time, as people write it: {@code 9:00}. */
    static String clock(LocalTime time) {
        return time.getHour() + String.format(Locale.ROOT, ":%02d", time.getMinute());
    }

    /**
     * Reads the time after {@code at}, and removes its words.
     *
     * @throws Refusal when it is none
     */
    static ScheduledTime takeAt(List<Word> words) {
        if (words.isEmpty()) {
            throw new Refusal("At what time? Add one after \"at\", such as 9:00.");
        }
        var first = words.remove(0).text();
        if (Spelling.EXACT.matcher(first).matches()) {
            return Spelling.exact(first);
        }
        if (!Spelling.DATE.matcher(first).matches()) {
            return new Local(null, Spelling.time(first));
        }
        var day = Spelling.day(first);
        if (words.isEmpty()) {
            throw new Refusal("At what time on " + first + "? Add one after the date, such as 9:00.");
        }
        return new Local(day, Spelling.time(words.remove(0).text()));
    }

    /** How people and the bot write times. */
    final class Spelling {
        private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        private static final Pattern EXACT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.*");
        private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-9]{2})");
        private static final Pattern TWELVE_HOURS = Pattern.compile("(1[0-2]|0?[1-9])(?::([0-9]{2}))?([ap])m");

        private Spelling() {}

        private static Exact exact(String text) {
            try {
                return new Exact(ZonedDateTime.parse(text));
            } catch (DateTimeException unreadable) {
                throw unreadable(text);
            }
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException unreadable) {
                throw new Refusal(QuotedText.of(text) + " isn't a date. Use one such as 2026-12-24.");
            }
        }

        private static LocalTime time(String text) {
            var clock = CLOCK.matcher(text);
            var halfDay = TWELVE_HOURS.matcher(text.toLowerCase(Locale.ROOT));
            try {
                if (clock.matches()) {
                    return LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)));
                }
                if (halfDay.matches()) {
                    int hour = Integer.parseInt(halfDay.group(1)) % 12
                            + (halfDay.group(3).equals("p") ? 12 : 0);
                    return LocalTime.of(hour, halfDay.group(2) == null ? 0 : Integer.parseInt(halfDay.group(2)));
                }
            } catch (DateTimeException outOfRange) {
                throw unreadable(text);
            }
            throw unreadable(text);
        }

        private static Refusal unreadable(String text) {
            return new Refusal(QuotedText.of(text)
                    + " isn't a time. Use 9:00, 21:30 or 9pm, perhaps with a date before " + "it: 2026-12-24 9:00.");
        }
    }
}
