package dev.signalman.domain;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recurring times at which nothing is promoted. Each window begins when local time in a zone matches a cron expression
 * of six fields (second first), and ends a fixed span of local time later. Where clocks go forward, a window that would
 * begin in the skipped hour begins at the jump and keeps its whole length. Where they go back, a window that begins in
 * the repeated hour begins the first time, and one that ends in it ends the second time.
 */
public final class Freeze {
    /** At most this many adjacent windows are joined; a longer chain has no end. */
    private static final int MOST_JOINED = 370;

    private static final ZonedDateTime SOME_DAY = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final ExecutionTime begins;
    private final String cron;
    private final Duration lasting;
    private final ZoneId zone;
    private final String reason;
    private final boolean server;

    private Freeze(ExecutionTime begins, String cron, Duration lasting, ZoneId zone, String reason, boolean server) {
        this.begins = begins;
        this.cron = cron;
        this.lasting = lasting;
        this.zone = zone;
        this.reason = reason;
        this.server = server;
    }

    /**
     * Parses a freeze.
     *
     * @param lasting an ISO-8601 duration, e.g. {@code PT64H}
     * @param zone e.g. {@code Europe/Belgrade}
     * @param reason shown to people; may be empty
     * @throws Unreadable when a part is invalid; the exception names the part
     */
    public static Freeze of(String cron, String lasting, String zone, String reason) throws Unreadable {
        return new Freeze(begins(cron), cron, lasting(lasting), zone(zone), reason, false);
    }

    /**
     * A copy that also deactivates the deployment targets of the promotion's name, so Semaphore's web is closed too.
     */
    public Freeze onTheServer() {
        return new Freeze(begins, cron, lasting, zone, reason, true);
    }

    /** A part is invalid. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String part;

        private Unreadable(String part, String sentence) {
            super(sentence);
            this.part = part;
        }

        /** The invalid part: {@code cron}, {@code for} or {@code zone}. */
        public String part() {
            return part;
        }
    }

    /**
     * One window, or several adjacent ones joined.
     *
     * @param since null when the start is too far back to find
     * @param until null when no end is in sight
     */
    public record Window(@Nullable Instant since, @Nullable Instant until) {}

    /** The window that contains {@code now}; its end is exclusive. */
    public Optional<Window> at(Instant now) {
        var last = last(latestShown(now).plusSeconds(1));
        if (last.isEmpty() || !now.isBefore(end(last.get()))) {
            return Optional.empty();
        }
        return Optional.of(new Window(since(last.get()), until(last.get())));
    }

    /**
     * The first window that begins after {@code now}; empty when none does, or when the current one has no end in
     * sight.
     */
    public Optional<Window> following(Instant now) {
        var holding = at(now);
        var over = holding.isPresent() ? holding.get().until() : now;
        return over == null
                ? Optional.empty()
                : next(latestShown(over)).map(next -> new Window(begin(next), until(next)));
    }

    /**
     * The time without a break in which at least one of several freezes holds, from the current windows on; empty when
     * none holds at {@code now}.
     */
    public static Optional<Window> together(List<Freeze> freezes, Instant now) {
        var holding = holding(freezes, now);
        var until = end(holding);
        for (int n = 0; until != null; n++) {
            var after = holding(freezes, until);
            if (after.isEmpty()) {
                break;
            }
            until = n < MOST_JOINED ? end(after) : null;
        }
        return holding.isEmpty()
                ? Optional.empty()
                : Optional.of(new Window(holding.get(0).since(), until));
    }

    private static List<Window> holding(List<Freeze> freezes, Instant now) {
        return freezes.stream().flatMap(each -> each.at(now).stream()).toList();
    }

    /** The last end; null when a window has none in sight, or there is no window. */
    private static @Nullable Instant end(List<Window> windows) {
        var ends = windows.stream().map(Window::until).filter(Objects::nonNull).toList();
        return ends.size() < windows.size()
                ? null
                : ends.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    private @Nullable Instant since(LocalDateTime start) {
        var first = start;
        for (int n = 0; n < MOST_JOINED; n++) {
            var before = last(first);
            if (before.isEmpty() || end(before.get()).isBefore(begin(first))) {
                return begin(first);
            }
            first = before.get();
        }
        return null;
    }

    private @Nullable Instant until(LocalDateTime start) {
        var last = start;
        for (int n = 0; n < MOST_JOINED; n++) {
            var next = next(last);
            if (next.isEmpty() || begin(next.get()).isAfter(end(last))) {
                return end(last);
            }
            last = next.get();
        }
        return null;
    }

    /** The latest local time shown so far: during a repeated hour, the end of its first pass. */
    private LocalDateTime latestShown(Instant now) {
        var shown = LocalDateTime.ofInstant(now, zone);
        var change = zone.getRules().previousTransition(now.plusNanos(1));
        if (change != null && change.isOverlap() && change.getDateTimeBefore().isAfter(shown)) {
            return change.getDateTimeBefore().minusSeconds(1);
        }
        return shown.truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant begin(LocalDateTime start) {
        var gap = gap(start);
        return gap != null
                ? gap
                : start.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private Instant end(LocalDateTime start) {
        var last = start.plus(lasting);
        var gap = gap(last);
        var end =
                gap != null ? gap : last.atZone(zone).withLaterOffsetAtOverlap().toInstant();
        var whole = gap(start) == null ? Instant.MIN : begin(start).plus(lasting);
        return end.isAfter(whole) ? end : whole;
    }

    /** The jump that skips this local time; null when local clocks do show it. */
    private @Nullable Instant gap(LocalDateTime time) {
        var change = zone.getRules().getTransition(time);
        return change != null && change.isGap() ? change.getInstant() : null;
    }

    /** Cron calculates in UTC, where clocks never change; {@link #begin} and {@link #end} handle the changes. */
    private Optional<LocalDateTime> last(LocalDateTime before) {
        return begins.lastExecution(before.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    private Optional<LocalDateTime> next(LocalDateTime after) {
        return begins.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    /** The reason that people are shown; may be empty. */
    public String reason() {
        return reason;
    }

    /** The zone whose clocks it follows. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether the freeze also closes Semaphore's web. */
    public boolean server() {
        return server;
    }

    private static ExecutionTime begins(String cron) throws Unreadable {
        var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53));
        try {
            var begins = ExecutionTime.forCron(parser.parse(sixFields(cron)).validate());
            if (begins.nextExecution(SOME_DAY).isPresent()) {
                return begins;
            }
        } catch (IllegalArgumentException faulty) {
            throw new Unreadable(
                    "cron",
                    "\"" + cron
                            + "\" isn't a cron expression of six fields (second minute hour day month weekday), such as "
                            + "\"0 0 16 * * FRI\"");
        }
        throw new Unreadable("cron", "\"" + cron + "\" names a day that never occurs");
    }

    private static String sixFields(String cron) {
        var fields = cron.strip().split("\\s+", -1);
        if (fields.length != 6) {
            throw new IllegalArgumentException("Not six fields");
        }
        return String.join(" ", fields);
    }

    private static Duration lasting(String text) throws Unreadable {
        try {
            var lasting = Duration.parse(text);
            if (lasting.compareTo(Duration.ofSeconds(1)) >= 0 && lasting.compareTo(LONGEST) <= 0) {
                return lasting;
            }
        } catch (DateTimeException malformed) {
            throw new Unreadable("for", "must be an ISO-8601 duration, such as PT64H");
        }
        throw new Unreadable("for", "must be at least PT1S and at most P366D");
    }

    private static ZoneId zone(String text) throws Unreadable {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new Unreadable("zone", "\"" + text + "\" isn't a time zone; use one such as Europe/Belgrade or UTC");
        }
    }

    @Override
    public String toString() {
        return cron + " for " + lasting + " in " + zone;
    }
}
