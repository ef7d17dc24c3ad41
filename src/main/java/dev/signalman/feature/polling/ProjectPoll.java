package dev.signalman.feature.polling;

import dev.signalman.command.Summarize;
import dev.signalman.command.TimeBound;
import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.port.Waker;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectsWithSubscribers.SubscribedProject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one project. */
final class ProjectPoll {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectPoll.class);

    /** Lists lag a little, and are not strictly ordered by time. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** An unpolled project whose subscription is older than this was polled before. */
    private static final Duration FIRST_LOOK = Duration.ofDays(1);

    private static final int MOST_MISSED = 20;
    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 40;

    private final Semaphore semaphore;
    private final PollCursorStore cursors;
    private final HintIntake hints;
    private final Waker waker;
    private final Supplier<Policies> policies;
    private final InstantSource clock;

    @Inject
    ProjectPoll(
            Semaphore semaphore,
            PollCursorStore cursors,
            HintIntake hints,
            Waker waker,
            Supplier<Policies> policies,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.cursors = cursors;
        this.hints = hints;
        this.waker = waker;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What a poll found.
     *
     * @param before the cursor before the poll
     * @param found oldest first
     * @param missed pipelines that ended during an outage, if they are too many for single hints; else empty
     */
    record Seen(PolledProject sight, PollCursor before, List<Pipeline> found, List<Pipeline> missed) {
        String projectId() {
            return sight.projectId();
        }
    }

    /**
     * Reads what is new, and writes nothing but a new cursor.
     *
     * @param polled a project whose pipelines are wanted before their end is read by creation and by end in turn
     * @throws dev.signalman.semaphore.SemaphoreException when the list cannot be read
     */
    Seen look(PolledProject polled) {
        var projectId = polled.projectId();
        var before = turn(polled);
        var found = found(projectId, before);
        var missed = missed(before, found);
        return new Seen(polled, before, found, missed.size() > MOST_MISSED ? missed : List.of());
    }

    /** Has the missed pipelines summed up, and gives hints for all others. */
    void tell(List<Seen> all) {
        var hidden = all.stream().filter(each -> !each.missed().isEmpty()).toList();
        if (!hidden.isEmpty()) {
            var spans = hidden.stream().map(ProjectPoll::span).toList();
            var named = UUID.nameUUIDFromBytes(spans.toString().getBytes(StandardCharsets.UTF_8));
            hints.takeMany("lookout:many:" + named, spans);
        }
        // before the hints: another instance that takes over then finds the same missed pipelines, or none of them
        hidden.forEach(each -> cursors.skip(each.projectId(), behind(each)));
        all.forEach(each -> {
            each.found().stream()
                    .filter(each.before()::concerns)
                    .filter(this::deploys)
                    .forEach(pipeline -> waker.wake(
                            Wake.now(ReconcileKey.Kind.PROMOTED_PIPELINE, pipeline.id(), Place.NOWHERE), Actor.NOBODY));
            hint(each, each.missed().isEmpty() ? each.before() : behind(each));
        });
    }

    private boolean deploys(Pipeline pipeline) {
        return pipeline.promoted() || policies.get().listing(pipeline.file());
    }

    private void hint(Seen seen, PollCursor cursor) {
        seen.found().stream()
                .filter(pipeline -> seen.sight().announces(cursor.moment()) && cursor.concerns(pipeline))
                // a finished pipeline is found by its end
                .filter(pipeline -> cursor.moment() == PollTimestamp.DONE || !pipeline.done())
                .forEach(pipeline -> hints.takeFound(id(cursor, pipeline.id()), pipeline.id()));
        cursors.move(
                seen.projectId(),
                new PollCursor(cursor.moment(), cursor.from(), latest(cursor, seen.found()), clock.instant()));
    }

    /** Pipelines that ended so long ago that the bot or Semaphore was down. */
    private List<Pipeline> missed(PollCursor cursor, List<Pipeline> found) {
        if (cursor.moment() != PollTimestamp.DONE) {
            return List.of();
        }
        var recent = clock.instant().minus(HintIntake.MISSED);
        return found.stream()
                .filter(pipeline -> {
                    var done = pipeline.times().done();
                    return done != null && done.isAfter(cursor.seen()) && done.isBefore(recent);
                })
                .toList();
    }

    private static Summarize.Span span(Seen seen) {
        return new Summarize.Span(
                seen.projectId(),
                new TimeBound.At(seen.before().seen()),
                new TimeBound.At(behind(seen).seen()));
    }

    private static PollCursor behind(Seen seen) {
        var cursor = seen.before();
        var until = latest(cursor, seen.missed())
                .truncatedTo(ChronoUnit.MICROS)
                .plus(1, ChronoUnit.MICROS); // the database stores microseconds
        return new PollCursor(cursor.moment(), until, until, cursor.looked());
    }

    private static String id(PollCursor cursor, String pipelineId) {
        return "lookout:" + cursor.moment().name().toLowerCase(Locale.ROOT) + ":" + pipelineId;
    }

    private static Instant latest(PollCursor cursor, List<Pipeline> found) {
        return found.stream()
                .map(cursor.moment()::of)
                .filter(Objects::nonNull)
                .reduce(cursor.seen(), (one, other) -> other.isAfter(one) ? other : one);
    }

    private PollCursor turn(PolledProject polled) {
        var project = polled.project();
        if (!polled.announced()) {
            return mark(project, PollTimestamp.CREATED);
        }
        var done = mark(project, PollTimestamp.DONE);
        var away = done.looked().isBefore(clock.instant().minus(HintIntake.MISSED));
        var fromTheirStart = project.fromTheirStart() || polled.ruled();
        if (!fromTheirStart || away) {
            return done; // after an outage, all projects are read by end in one turn, for one summary
        }
        var created = mark(project, PollTimestamp.CREATED);
        return created.looked().isBefore(done.looked()) ? created : done;
    }

    private PollCursor mark(SubscribedProject project, PollTimestamp pollTimestamp) {
        var projectId = project.projectId();
        var cursor = cursors.of(projectId, pollTimestamp).orElse(null);
        if (cursor == null) {
            var first = PollCursor.first(pollTimestamp, begin(project));
            cursors.move(projectId, first);
            return first;
        }
        return cursor.from().isAfter(clock.instant()) ? pulledBack(projectId, cursor) : cursor;
    }

    /**
     * The time of the subscription, so nothing is missed before the first poll; now, if the project was polled before.
     */
    private Instant begin(SubscribedProject project) {
        var now = clock.instant();
        var since = project.since();
        return since == null || since.isAfter(now) || since.isBefore(now.minus(FIRST_LOOK)) ? now : since;
    }

    /** Replaces a cursor from a time when the bot's clock was ahead. It would hide everything until that time. */
    private PollCursor pulledBack(String projectId, PollCursor cursor) {
        var back = PollCursor.first(cursor.moment(), clock.instant().minus(OVERLAP));
        cursors.pullBack(projectId, back);
        return back;
    }

    /** Oldest first. */
    private List<Pipeline> found(String projectId, PollCursor cursor) {
        var overlapping = cursor.seen().minus(OVERLAP);
        var since = overlapping.isBefore(cursor.from()) ? cursor.from() : overlapping;
        var filter = cursor.moment()
                .since(since, Pipelines.Filter.ofProject(projectId))
                .pageOf(ON_A_PAGE);
        var read = Pages.read(MOST_PAGES, page -> semaphore.pipelines().list(filter, page));
        if (!read.whole()) {
            LOG.warn(
                    "More than {} new pipelines since {}; the oldest are not posted",
                    read.items().size(),
                    since);
        }
        var oldestFirst = new ArrayList<>(read.items());
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}
