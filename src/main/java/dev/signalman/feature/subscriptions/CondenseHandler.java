package dev.signalman.feature.subscriptions;

import dev.signalman.command.Announce;
import dev.signalman.command.Condense;
import dev.signalman.command.Summarize;
import dev.signalman.command.TimeBound;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sums up in one message the cards that could not be posted in a channel during an outage. A pipeline that is not in
 * the summary gets its card again.
 */
final class CondenseHandler implements Handler<Condense> {
    private final EndedPipelineReader ended;
    private final Subscriptions subscriptions;
    private final ProjectDirectory projects;
    private final AnnouncementStore announced;
    private final PipelineSummary summary;
    private final InstantSource clock;

    @Inject
    CondenseHandler(
            EndedPipelineReader ended,
            Subscriptions subscriptions,
            ProjectDirectory projects,
            AnnouncementStore announced,
            PipelineSummary summary,
            InstantSource clock) {
        this.ended = ended;
        this.subscriptions = subscriptions;
        this.projects = projects;
        this.announced = announced;
        this.summary = summary;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Condense command, Invocation invocation) {
        try {
            return condense(command, invocation);
        } catch (SemaphoreException failure) {
            return UnreadablePipelineRetry.after(
                    failure,
                    command.attempt(),
                    command.again(),
                    invocation,
                    () -> oneByOne(command.pipelineIds(), invocation.place()));
        }
    }

    private Outcome condense(Condense command, Invocation invocation) {
        var place = invocation.place();
        var withdrawn = new LinkedHashSet<>(command.pipelineIds());
        var spans = new ArrayList<Summarize.Span>();
        var told = new ArrayList<Pipeline>();
        var until = new TimeBound.At(clock.instant());
        for (var project : wanted(place.channel())) {
            var span = new Summarize.Span(project.id(), command.since(), until);
            var found = ended.in(span).stream()
                    .filter(pipeline -> withdrawn.contains(pipeline.id()))
                    .toList();
            if (!found.isEmpty()) {
                spans.add(around(project, found));
                told.addAll(found);
            }
        }
        told.forEach(pipeline -> withdrawn.remove(pipeline.id()));
        var outcome = oneByOne(withdrawn, place);
        return told.isEmpty()
                ? outcome
                : outcome.saying(new Delivery.ToPlace(place, summary.unposted(spans, told)))
                        .with(announced.withdrawn(place.channel(), told));
    }

    private Outcome oneByOne(Collection<String> pipelineIds, Place place) {
        var outcome = pipelineIds.isEmpty()
                ? Outcome.nothing()
                : Outcome.nothing().with(announced.announcedAnew(place.channel(), pipelineIds));
        for (var id : pipelineIds) {
            outcome = outcome.then(FollowUp.now(new Announce(id, null).afterWaiting(), place));
        }
        return outcome;
    }

    /** The span from the first to the last end, for the button that lists them. */
    private static Summarize.Span around(Project project, List<Pipeline> found) {
        var ends = found.stream()
                .map(pipeline -> pipeline.times().done())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Summarize.Span(
                project.id(),
                new TimeBound.At(ends.get(0).minus(1, ChronoUnit.MICROS)),
                new TimeBound.At(ends.get(ends.size() - 1)));
    }

    private List<Project> wanted(String channel) {
        return subscriptions.of(channel).stream()
                .map(projects::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
