package dev.signalman.feature.lookout;

import dev.signalman.command.Summarise;
import dev.signalman.command.TimeBound;
import dev.signalman.dispatch.Hints;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.WatchedProjects.WatchedProject;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at one project. */
final class Glance {
    private static final Logger LOG = LoggerFactory.getLogger(Glance.class);

    /** Pipelines are not written down in the order of their times, and lists lag a little. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Who subscribed longer ago than that, and is not looked after, was looked after once. */
    private static final Duration FIRST_LOOK = Duration.ofDays(1);

    private static final int MOST_MISSED = 20;
    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 40;

    private final Semaphore semaphore;
    private final Marks marks;
    private final Hints hints;
    private final InstantSource clock;

    @Inject
    Glance(Semaphore semaphore, Marks marks, Hints hints, InstantSource clock) {
        this.semaphore = semaphore;
        this.marks = marks;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * What was found of a project.
     *
     * @param before how far it was looked through
     * @param found oldest first
     * @param missed those that an outage hid, when they are too many to be hinted at one by one; else none
     */
    record Seen(Sight sight, Mark before, List<Pipeline> found, List<Pipeline> missed) {
        String projectId() {
            return sight.projectId();
        }
    }

    /**
     * Looks for what is new, and writes nothing down.
     *
     * @param sight when pipelines are wanted before they are done, too, the two moments take turns
     * @throws dev.signalman.semaphore.SemaphoreException when the list cannot be read
     */
    Seen look(Sight sight) {
        var projectId = sight.projectId();
        var before = turn(sight);
        var found = found(projectId, before);
        var missed = missed(before, found);
        return new Seen(sight, before, found, missed.size() > MOST_MISSED ? missed : List.of());
    }

    /** Has what an outage hid summed up at once, and hints at all else. */
    void tell(List<Seen> all) {
        var hidden = all.stream().filter(each -> !each.missed().isEmpty()).toList();
        if (!hidden.isEmpty()) {
            var spans = hidden.stream().map(Glance::span).toList();
            var named = UUID.nameUUIDFromBytes(spans.toString().getBytes(StandardCharsets.UTF_8));
            hints.takeMany("lookout:many:" + named, spans);
        }
        // before anything else is hinted at: whoever takes over finds either the same that was missed, or nothing of it
        hidden.forEach(each -> marks.skip(each.projectId(), behind(each)));
        all.forEach(each -> {
            each.found().stream()
                    .filter(each.before()::concerns)
                    .filter(Pipeline::promoted)
                    .forEach(pipeline -> hints.takePromoted(pipeline.id()));
            hint(each, each.missed().isEmpty() ? each.before() : behind(each));
        });
    }

    private void hint(Seen seen, Mark mark) {
        seen.found().stream()
                .filter(pipeline -> seen.sight().announces(mark.moment()) && mark.concerns(pipeline))
                // one that is done is found by its end
                .filter(pipeline -> mark.moment() == Moment.DONE || !pipeline.done())
                .forEach(pipeline -> hints.takeFound(id(mark, pipeline.id()), pipeline.id()));
        marks.move(seen.projectId(), new Mark(mark.moment(), mark.from(), latest(mark, seen.found()), clock.instant()));
    }

    /** What ended so long ago that we must have been away, or Semaphore was. */
    private List<Pipeline> missed(Mark mark, List<Pipeline> found) {
        if (mark.moment() != Moment.DONE) {
            return List.of();
        }
        var recent = clock.instant().minus(Hints.MISSED);
        return found.stream()
                .filter(pipeline -> {
                    var done = pipeline.times().done();
                    return done != null && done.isAfter(mark.seen()) && done.isBefore(recent);
                })
                .toList();
    }

    private static Summarise.Span span(Seen seen) {
        return new Summarise.Span(
                seen.projectId(),
                new TimeBound.At(seen.before().seen()),
                new TimeBound.At(behind(seen).seen()));
    }

    private static Mark behind(Seen seen) {
        var mark = seen.before();
        var until = latest(mark, seen.missed())
                .truncatedTo(ChronoUnit.MICROS)
                .plus(1, ChronoUnit.MICROS); // as it is stored
        return new Mark(mark.moment(), until, until, mark.looked());
    }

    private static String id(Mark mark, String pipelineId) {
        return "lookout:" + mark.moment().name().toLowerCase(Locale.ROOT) + ":" + pipelineId;
    }

    private static Instant latest(Mark mark, List<Pipeline> found) {
        return found.stream()
                .map(mark.moment()::of)
                .filter(Objects::nonNull)
                .reduce(mark.seen(), (one, other) -> other.isAfter(one) ? other : one);
    }

    private Mark turn(Sight sight) {
        var project = sight.project();
        if (!sight.announced()) {
            return mark(project, Moment.CREATED);
        }
        var done = mark(project, Moment.DONE);
        var away = done.looked().isBefore(clock.instant().minus(Hints.MISSED));
        var fromTheirStart = project.fromTheirStart() || sight.ruled();
        if (!fromTheirStart || away) {
            return done; // what an outage hid of all projects is found in one turn, to be summed up at once
        }
        var created = mark(project, Moment.CREATED);
        return created.looked().isBefore(done.looked()) ? created : done;
    }

    private Mark mark(WatchedProject project, Moment moment) {
        var projectId = project.projectId();
        var mark = marks.of(projectId, moment).orElse(null);
        if (mark == null) {
            var first = Mark.first(moment, begin(project));
            marks.move(projectId, first);
            return first;
        }
        return mark.from().isAfter(clock.instant()) ? pulledBack(projectId, mark) : mark;
    }

    /** Nothing is missed between a subscription and the first look; but what was wanted long ago was looked at before, too. */
    private Instant begin(WatchedProject project) {
        var now = clock.instant();
        var since = project.since();
        return since == null || since.isAfter(now) || since.isBefore(now.minus(FIRST_LOOK)) ? now : since;
    }

    /** It was made while our clock was ahead, and would hide all until that time comes. */
    private Mark pulledBack(String projectId, Mark mark) {
        var back = Mark.first(mark.moment(), clock.instant().minus(OVERLAP));
        marks.pullBack(projectId, back);
        return back;
    }

    /** Oldest first. */
    private List<Pipeline> found(String projectId, Mark mark) {
        var overlapping = mark.seen().minus(OVERLAP);
        var since = overlapping.isBefore(mark.from()) ? mark.from() : overlapping;
        var filter = mark.moment()
                .since(since, Pipelines.Filter.ofProject(projectId))
                .pageOf(ON_A_PAGE);
        var read = Pages.read(MOST_PAGES, page -> semaphore.pipelines().list(filter, page));
        if (!read.whole()) {
            LOG.warn(
                    "More than {} pipelines are new since {}; the oldest of them are not announced",
                    read.items().size(),
                    since);
        }
        var oldestFirst = new ArrayList<>(read.items());
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}
