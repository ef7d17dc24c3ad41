package dev.signalman.feature.subscriptions;

import dev.signalman.command.Summarize;
import dev.signalman.dispatch.Delivery;
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

/** Sums up what ended during an outage, in one message for each channel that wants it. */
final class SummarizeHandler implements Handler<Summarize> {
    private final EndedPipelineReader ended;
    private final InterestedChannels interested;
    private final AnnouncementStore announced;
    private final AnnouncementPermission permission;
    private final PipelineSummary pipelineSummary;

    @Inject
    SummarizeHandler(
            EndedPipelineReader ended,
            InterestedChannels interested,
            AnnouncementStore announced,
            AnnouncementPermission permission,
            PipelineSummary pipelineSummary) {
        this.ended = ended;
        this.interested = interested;
        this.announced = announced;
        this.permission = permission;
        this.pipelineSummary = pipelineSummary;
    }

    @Override
    public Outcome handle(Summarize command, Invocation invocation) {
        try {
            return summarise(command);
        } catch (SemaphoreException failure) {
            return UnreadablePipelineRetry.after(
                    failure, command.attempt(), command.again(), invocation, Outcome::nothing);
        }
    }

    private Outcome summarise(Summarize command) {
        Map<String, List<Pipeline>> wanted = new LinkedHashMap<>();
        for (var pipeline : command.spans().stream()
                .flatMap(span -> ended.in(span).stream())
                .toList()) {
            var told = announced.channels(pipeline.id()); // a notification may have arrived during the outage
            interested.of(pipeline).keySet().stream()
                    .filter(channel -> !told.contains(channel))
                    .forEach(channel -> wanted.computeIfAbsent(channel, none -> new ArrayList<>())
                            .add(pipeline));
        }
        var outcome = Outcome.nothing();
        for (var each : wanted.entrySet()) {
            var look = permission.at(each.getKey());
            outcome = look.left() ? outcome.waking(AnnouncementPermission.pause(each.getKey())) : outcome;
            if (!look.open()) {
                continue;
            }
            outcome = look.remembered() == null ? outcome : outcome.with(look.remembered());
            var summary = pipelineSummary.missed(command.spans(), each.getValue());
            outcome = outcome.saying(new Delivery.ToPlace(Place.channel(each.getKey()), summary))
                    .with(announced.summingUp(each.getKey(), each.getValue()));
        }
        return outcome;
    }
}
