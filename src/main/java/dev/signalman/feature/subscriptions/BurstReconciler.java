package dev.signalman.feature.subscriptions;

import dev.signalman.command.Announce;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Result;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Keeps the messages of bursts up to date. While builds run, each reconcile reads one list of the project's pipelines,
 * however many builds there are. An end that it finds is announced, so that a failure gets a message of its own.
 */
final class BurstReconciler implements Reconciler {
    /** Changes within this are shown together, so that a burst takes few of the updates that Slack accepts. */
    private static final Duration MERGED = Duration.ofSeconds(3);

    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 20;

    private final BurstStore bursts;
    private final BurstCardFactory card;
    private final ProjectDirectory projects;
    private final Semaphore semaphore;
    private final PollIntervals intervals;
    private final InstantSource clock;

    @Inject
    BurstReconciler(
            BurstStore bursts,
            BurstCardFactory card,
            ProjectDirectory projects,
            Semaphore semaphore,
            PollIntervals intervals,
            InstantSource clock) {
        this.bursts = bursts;
        this.card = card;
        this.projects = projects;
        this.semaphore = semaphore;
        this.intervals = intervals;
        this.clock = clock;
    }

    /** The wake of whoever adds a build or changes one. */
    static Wake of(String channel, Pipeline pipeline) {
        return Wake.after(
                MERGED, ReconcileKey.Kind.BURST, channel + " " + pipeline.projectId(), Place.channel(channel));
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.BURST;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var ids = key.id().split(" ", 2);
        var open = bursts.open(ids[0], ids[1]);
        if (open.isEmpty()) {
            return new ReconcileResult.Over();
        }
        try {
            var ended = ended(ids[1], open);
            return drawn(
                    key,
                    projects.nameOf(ids[1]),
                    open.stream()
                            .map(burst -> burst.with(burst.builds().stream()
                                    .map(build -> build.result() == null && ended.containsKey(build.pipelineId())
                                            ? build.ended(ended.get(build.pipelineId()))
                                            : build)
                                    .toList()))
                            .toList(),
                    List.copyOf(ended.keySet()));
        } catch (SemaphoreException failure) {
            return new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
        }
    }

    /** The results of builds that were running before, by pipeline. */
    private Map<String, Result> ended(String projectId, List<Burst> open) {
        var running = open.stream().flatMap(burst -> burst.running().stream()).toList();
        var ended = new HashMap<String, Result>();
        var first = running.stream().map(Burst.Build::created).min(Instant::compareTo);
        if (first.isEmpty()) {
            return ended;
        }
        var filter = Pipelines.Filter.ofProject(projectId)
                .created(first.get().minusSeconds(1), null)
                .pageOf(ON_A_PAGE);
        for (var pipeline : Pages.read(MOST_PAGES, page -> semaphore.pipelines().list(filter, page))
                .items()) {
            if (pipeline.done()
                    && running.stream().anyMatch(build -> build.pipelineId().equals(pipeline.id()))) {
                ended.put(pipeline.id(), Objects.requireNonNullElse(pipeline.result(), Result.UNKNOWN));
            }
        }
        return ended;
    }

    private ReconcileResult drawn(ReconcileKey key, String project, List<Burst> open, List<String> ended) {
        var now = clock.instant();
        var seen = digest(open, now);
        var wait = wait(key, open, now);
        if (seen.equals(key.seen())) {
            return new ReconcileResult.Unchanged(wait);
        }
        var outcome = Outcome.nothing();
        for (var burst : open) {
            boolean over = isOver(burst, now);
            outcome = outcome.and(new Delivery.BurstAt(
                    burst.channel(), burst.id(), card.of(project, burst, isClosed(burst, now)), over));
            var news = burst.builds().stream()
                    .filter(build -> ended.contains(build.pipelineId()))
                    .toList();
            outcome = news.isEmpty() ? outcome : outcome.with(bursts.ending(burst.channel(), news));
            outcome = over ? outcome.with(bursts.closing(burst)) : outcome;
        }
        for (var pipeline : ended) {
            outcome = outcome.then(FollowUp.now(new Announce(pipeline, null), Place.NOWHERE));
        }
        return open.stream().allMatch(burst -> isOver(burst, now))
                ? new ReconcileResult.Over(outcome)
                : ReconcileResult.changed(seen, outcome, wait);
    }

    /** Until the next list is due, or else until a burst closes. */
    private Duration wait(ReconcileKey key, List<Burst> open, Instant now) {
        if (open.stream().anyMatch(burst -> !burst.running().isEmpty())) {
            return intervals.whileRunning(key.age(now));
        }
        return open.stream()
                .map(burst -> Duration.between(now, burst.closes()))
                .filter(time -> time.compareTo(Duration.ZERO) > 0)
                .min(Duration::compareTo)
                .orElse(intervals.interval());
    }

    private static boolean isClosed(Burst burst, Instant now) {
        return !now.isBefore(burst.closes());
    }

    /** Whether nothing will change any more. A build that runs for a week will never end. */
    private boolean isOver(Burst burst, Instant now) {
        return isClosed(burst, now)
                && (burst.running().isEmpty() || intervals.outlasts(Duration.between(burst.since(), now)));
    }

    /** A short digest of what the messages show. */
    private String digest(List<Burst> open, Instant now) {
        var facts = new StringBuilder();
        for (var burst : open) {
            facts.append(burst).append(isClosed(burst, now)).append(isOver(burst, now));
        }
        return UUID.nameUUIDFromBytes(facts.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
