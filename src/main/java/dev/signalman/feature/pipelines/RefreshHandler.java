package dev.signalman.feature.pipelines;

import dev.signalman.command.Refresh;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.List;

/** Brings the cards of a pipeline up to date wherever they stand. */
final class RefreshHandler implements Handler<Refresh> {
    private final Semaphore semaphore;
    private final SemaphorePipelineCards cards;

    @Inject
    RefreshHandler(Semaphore semaphore, SemaphorePipelineCards cards) {
        this.semaphore = semaphore;
        this.cards = cards;
    }

    @Override
    public Outcome handle(Refresh command, Invocation invocation) {
        var pipeline = semaphore.pipelines().describeInDetail(command.pipelineId());
        return Outcome.deliver(new Delivery.PipelineEverywhere(pipeline.id(), cards.card(pipeline, List.of())));
    }
}
