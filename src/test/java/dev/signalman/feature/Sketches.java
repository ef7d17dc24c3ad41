package dev.signalman.feature;

import dev.signalman.card.Actions;
import dev.signalman.card.PipelineCard;
import dev.signalman.dispatch.Portraits;
import dev.signalman.domain.Pipeline;
import java.time.InstantSource;
import java.util.List;

/** Cards of pipelines with nothing but the pipeline on them. */
record Sketches(InstantSource clock) implements Portraits {
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
                Actions.NONE);
    }
}
