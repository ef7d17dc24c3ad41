package dev.signalman.feature.subscriptions;

import dev.signalman.command.Summarise;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in one message a channel what ended while nobody could look, of what that channel wants to hear. */
final class SummariseHandler implements Handler<Summarise> {
    private static final Place NOWHERE = Place.channel("");

    private final Ended ended;
    private final Audience audience;
    private final Announced announced;
    private final Doorway doorway;
    private final Summaries summaries;

    @Inject
    SummariseHandler(Ended ended, Audience audience, Announced announced, Doorway doorway, Summaries summaries) {
        this.ended = ended;
        this.audience = audience;
        this.announced = announced;
        this.doorway = doorway;
        this.summaries = summaries;
    }

    @Override
    public Outcome handle(Summarise command, Invocation invocation) {
        try {
            return summarise(command);
        } catch (SemaphoreException failure) {
            return Retry.after(failure, command.attempt(), command.again(), invocation, Outcome::nothing);
        }
    }

    private Outcome summarise(Summarise command) {
        Map<String, List<Pipeline>> wanted = new LinkedHashMap<>();
        for (var pipeline : command.spans().stream()
                .flatMap(span -> ended.in(span).stream())
                .toList()) {
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
            var summary = summaries.missed(command.spans(), each.getValue());
            outcome = outcome.saying(new Delivery.ToPlace(Place.channel(each.getKey()), summary))
                    .with(announced.summingUp(each.getKey(), each.getValue()));
        }
        return outcome;
    }
}
