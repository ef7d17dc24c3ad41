package dev.signalman.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A bound of a time range: a duration before now ({@code 2d}), or an instant ({@code 2026-11-24} or
 * {@code 2026-11-24T10:00:00Z}).
 */
public sealed interface TimeBound {
    /** The bound as an instant. */
    Instant at(Instant now);

    /** The bound in the format of {@link #parse}. */
    String print();

    /**
     * Reads a duration such as {@code 30s}, {@code 90m}, {@code 3h}, {@code 2d} or {@code 1w}, from a second to ten
     * years; or an ISO date or time in the years 1970 to 2099, in UTC unless it has an offset.
     *
     * @throws Refusal when it is neither, or out of range
     */
    static TimeBound parse(String text) {
        var ago = Ago.SPOKEN.matcher(text);
        return ago.matches()
                ? Ago.of(Long.parseLong(ago.group(1)), ago.group(2).toLowerCase(Locale.ROOT), text)
                : At.of(text);
    }

    /** A duration before now, in whole seconds. */
    record Ago(Duration duration) implements TimeBound {
        private static final Pattern SPOKEN = Pattern.compile("([0-9]{1,9})([smhdwSMHDW])");
        private static final Duration LONGEST = Duration.ofDays(3650);

        private static Ago of(long number, String letter, String text) {
            var duration = Duration.ofSeconds(number * Unit.valueOf(letter).seconds);
            if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
                throw new Refusal(QuotedText.of(text) + " is out of range. Use 1 second to 10 years.");
            }
            return new Ago(duration);
        }

        @Override
        public Instant at(Instant now) {
            return now.minus(duration);
        }

        @Override
        public String print() {
            for (var unit : Unit.values()) {
                if (duration.toSeconds() % unit.seconds == 0) {
                    return duration.toSeconds() / unit.seconds + unit.name();
                }
            }
            throw new IllegalStateException("Not a length of time: " + duration);
        }
    }

    /** An instant. */
    record At(Instant moment) implements TimeBound {
        private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
        private static final DateTimeFormatter SPELLING = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendLiteral('T')
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffsetId()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        private static At of(String text) {
            var moment = moment(text);
            if (moment.isBefore(Instant.EPOCH) || !moment.isBefore(LATEST)) {
                throw new Refusal(QuotedText.of(text) + " is out of range. Use a year from 1970 to 2099.");
            }
            return new At(moment);
        }

        private static Instant moment(String text) {
            try {
                var best = SPELLING.parseBest(
                        text.toUpperCase(Locale.ROOT), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                if (best instanceof OffsetDateTime moment) {
                    return moment.toInstant();
                }
                return best instanceof LocalDateTime moment
                        ? moment.toInstant(ZoneOffset.UTC)
                        : LocalDate.from(best).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeException unreadable) {
                throw new Refusal(QuotedText.of(text)
                        + " isn't a time. Use an age, such as 90m, 3h, 2d or 1w, or a date, such as 2026-11-24.");
            }
        }

        @Override
        public Instant at(Instant now) {
            return moment;
        }

        @Override
        public String print() {
            return moment.toString();
        }
    }

    /** Units of time, longest first; the constants are their letters. */
    enum Unit {
        w(604_800),
        d(86_400),
        h(3_600),
        m(60),
        s(1);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }
    }
}
