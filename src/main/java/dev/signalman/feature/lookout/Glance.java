package dev.signalman.feature.lookout;

import dev.signalman.dispatch.Hints;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.WatchedProjects.WatchedProject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
     * Looks for what is new.
     *
     * @param project when its pipelines are wanted before they are done, the two moments take turns
     * @throws dev.signalman.semaphore.SemaphoreException when the list cannot be read; then nothing is marked as seen
     */
    void at(WatchedProject project) {
        var projectId = project.projectId();
        var before = turn(project);
        var found = found(projectId, before);
        var missed = missed(before, found);
        var mark = missed.size() > MOST_MISSED ? summarised(projectId, before, missed) : before;
        found.stream()
                .filter(pipeline -> mark.concerns(pipeline))
                // one that is done is found by its end
                .filter(pipeline -> mark.moment() == Moment.DONE || !pipeline.done())
                .forEach(pipeline -> hints.takeFound(id(mark, pipeline.id()), pipeline.id()));
        marks.move(projectId, new Mark(mark.moment(), mark.from(), latest(mark, found), clock.instant()));
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

    /**
     * Has them summed up, and moves the mark behind them before anything else is hinted at: whoever takes over finds either the
     * same that was missed, and asks for the same once more, or nothing of it.
     */
    private Mark summarised(String projectId, Mark mark, List<Pipeline> missed) {
        var until = latest(mark, missed).truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS); // as it is stored
        hints.takeMany("lookout:many:" + projectId + ":" + mark.seen() + ":" + until, projectId, mark.seen(), until);
        var behind = new Mark(mark.moment(), until, until, mark.looked());
        marks.skip(projectId, behind);
        return behind;
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

    private Mark turn(WatchedProject project) {
        var done = mark(project, Moment.DONE);
        if (!project.fromTheirStart()) {
            return done;
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
        var all = new ArrayList<Pipeline>();
        String page = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var read = semaphore.pipelines().list(filter, page);
            all.addAll(read.items());
            page = read.next();
            if (page == null) {
                Collections.reverse(all);
                return all;
            }
        }
        LOG.warn("More than {} pipelines are new since {}; the oldest of them are not announced", all.size(), since);
        Collections.reverse(all);
        return all;
    }
}
