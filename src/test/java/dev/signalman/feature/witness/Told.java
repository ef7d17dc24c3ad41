package dev.signalman.feature.witness;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pipelines that tell who set them off, and nothing else. */
final class Told {
    private Told() {}

    static Pipeline by(@Nullable String account, @Nullable String login) {
        return new Pipeline(
                "p",
                "",
                "w",
                "web-id",
                GitRef.branch("main"),
                "",
                "",
                "",
                PipelineState.RUNNING,
                null,
                null,
                "",
                null,
                null,
                "",
                "",
                new Pipeline.Times(null, null, null, null, null),
                new Trigger(Trigger.Kind.WORKFLOW, account, login),
                List.of(),
                List.of());
    }
}
