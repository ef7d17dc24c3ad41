package dev.signalman.feature.subscriptions;

import dev.signalman.command.Summarise;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one message a channel what ended while nobody could look, of what that channel wants to hear. */
final class SummariseHandler implements Handler<Summarise> {
    private static final Logger LOG = LoggerFactory.getLogger(SummariseHandler.class);
    private static final Place NOWHERE = Place.channel("");
    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 20;

    private final Semaphore semaphore;
    private final Audience audience;
    private final Announced announced;
    private final Doorway doorway;
    private final Summaries summaries;
    private final InstantSource clock;

    @Inject
    SummariseHandler(
            Semaphore semaphore,
            Audience audience,
            Announced announced,
            Doorway doorway,
            Summaries summaries,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.audience = audience;
        this.announced = announced;
        this.doorway = doorway;
        this.summaries = summaries;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Summarise command, Invocation invocation) {
        try {
            return summarise(command);
        } catch (SemaphoreException failure) {
            if (Retry.givesUp(failure, command.attempt())) {
                LOG.warn("{} is not summarised: {}", invocation.id(), failure.kind());
                return Outcome.nothing();
            }
            return Outcome.nothing()
                    .then(new FollowUp(command.again(), invocation.place(), Retry.after(command.attempt())));
        }
    }

    private Outcome summarise(Summarise command) {
        Map<String, List<Pipeline>> wanted = new LinkedHashMap<>();
        for (var pipeline :
                command.spans().stream().flatMap(span -> ended(span).stream()).toList()) {
            var told = announced.channels(pipeline.id()); // by a notification, though nobody could look
            audience.of(pipeline).keySet().stream()
                    .filter(channel -> !told.contains(channel))
                    .forEach(channel -> wanted.computeIfAbsent(channel, none -> new ArrayList<>())
                            .add(pipeline));
        }
        var outcome = Outcome.nothing();
        for (var each : wanted.entrySet()) {
            var look = doorway.at(each.getKey());
            outcome = look.left() ? outcome.then(FollowUp.now(Doorway.pause(each.getKey()), NOWHERE)) : outcome;
            if (!look.open()) {
                continue;
            }
            outcome = look.remembered() == null ? outcome : outcome.with(look.remembered());
            var summary = summaries.of(command, each.getValue());
            outcome = outcome.saying(new Delivery.ToPlace(Place.channel(each.getKey()), summary))
                    .with(announced.summingUp(each.getKey(), each.getValue()));
        }
        return outcome;
    }

    /** Newest first. */
    private List<Pipeline> ended(Summarise.Span span) {
        var since = span.since().at(clock.instant());
        var until = span.until().at(clock.instant());
        var filter = Pipelines.Filter.ofProject(span.projectId())
                .done(since, until.plusSeconds(1)) // a list's ends are whole seconds, and not part of it
                .pageOf(ON_A_PAGE);
        var all = new ArrayList<Pipeline>();
        String page = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var read = semaphore.pipelines().list(filter, page);
            all.addAll(read.items());
            page = read.next();
            if (page == null) {
                break;
            }
        }
        all.removeIf(pipeline -> !within(since, pipeline.times().done(), until));
        return all;
    }

    private static boolean within(Instant since, @Nullable Instant done, Instant until) {
        return done != null && done.isAfter(since) && !done.isAfter(until);
    }
}
