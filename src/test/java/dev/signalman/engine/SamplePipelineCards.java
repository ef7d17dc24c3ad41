package dev.signalman.engine;

import dev.signalman.card.CardActions;
import dev.signalman.card.PipelineCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Place;
import dev.signalman.domain.Result;
import dev.signalman.domain.Trigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pipeline cards of the project {@code web}. */
public final class SamplePipelineCards {
    private SamplePipelineCards() {}

    public static Delivery at(String channel, String id, PipelineState state, Instant read) {
        return new Delivery.PipelineAt(Place.channel(channel), id, null, card(id, state, null, read));
    }

    public static Delivery ended(String channel, String id, Instant done) {
        return new Delivery.PipelineAt(Place.channel(channel), id, null, card(id, PipelineState.DONE, done, done));
    }

    public static PipelineCard card(String id, PipelineState state, @Nullable Instant done, Instant read) {
        return new PipelineCard(
                "web",
                pipeline(id, state, done),
                "https://ci/" + id,
                null,
                "",
                "",
                List.of(),
                List.of(),
                read,
                CardActions.NONE);
    }

    private static Pipeline pipeline(String id, PipelineState state, @Nullable Instant done) {
        return new Pipeline(
                id,
                "Build",
                "workflow of " + id,
                "web",
                GitRef.branch("main"),
                "",
                "",
                "",
                state,
                state.done() ? Result.PASSED : null,
                null,
                "",
                null,
                null,
                "",
                "",
                new Pipeline.Times(null, null, null, null, done),
                new Trigger(Trigger.Kind.UNKNOWN, null, null),
                List.of(),
                List.of());
    }
}
