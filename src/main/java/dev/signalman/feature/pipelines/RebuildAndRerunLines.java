package dev.signalman.feature.pipelines;

import dev.signalman.card.Text;
import dev.signalman.domain.Pipeline;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the newest rebuild and the newest rerun of a pipeline, from the bot or from elsewhere, in one line each. */
final class RebuildAndRerunLines {
    private final DownstreamPipelines downstream;
    private final SemaphoreLinks links;

    @Inject
    RebuildAndRerunLines(DownstreamPipelines downstream, SemaphoreLinks links) {
        this.downstream = downstream;
        this.links = links;
    }

    List<Text> of(Pipeline pipeline) {
        var lines = new ArrayList<Text>();
        var all = downstream.of(pipeline.id());
        newest(all, DownstreamPipelines.Kind.REBUILT)
                .map(child -> Text.of("Failed jobs rebuilt  ·  ")
                        .link("pipeline", links.pipeline(pipeline.workflowId(), child.target())))
                .ifPresent(lines::add);
        newest(all, DownstreamPipelines.Kind.RERUN)
                .map(child -> Text.of("Rerun  ·  ").link("workflow", links.workflow(child.target())))
                .ifPresent(lines::add);
        return lines;
    }

    private static Optional<DownstreamPipelines.Child> newest(
            List<DownstreamPipelines.Child> all, DownstreamPipelines.Kind kind) {
        return all.stream().filter(child -> child.kind() == kind).reduce((first, second) -> second);
    }
}
