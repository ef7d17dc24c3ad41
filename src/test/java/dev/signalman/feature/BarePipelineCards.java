package dev.signalman.feature;

import dev.signalman.card.CardActions;
import dev.signalman.card.PipelineCard;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.PipelineCardFactory;
import java.time.InstantSource;
import java.util.List;

/** Pipeline cards with nothing but the pipeline. */
record BarePipelineCards(InstantSource clock) implements PipelineCardFactory {
    @Override
    public PipelineCard of(Pipeline pipeline) {
        return new PipelineCard(
                "web",
                pipeline,
                "https://acme.test/x",
                null,
                "",
                "",
                List.of(),
                List.of(),
                clock.instant(),
                CardActions.NONE);
    }
}
