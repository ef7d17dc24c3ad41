package dev.signalman.feature.pipelines;

import dev.signalman.card.Text;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.domain.Pipeline;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/** Shows a pipeline in one line: state, name, branch, commit, age and author. */
final class PipelineLine {
    private final SemaphoreLinks links;
    private final InstantSource clock;

    @Inject
    PipelineLine(SemaphoreLinks links, InstantSource clock) {
        this.links = links;
        this.clock = clock;
    }

    Text of(Pipeline pipeline) {
        var line = Text.empty()
                .symbol(PipelineStateLabel.symbol(pipeline))
                .link(pipeline.name(), links.pipeline(pipeline))
                .plain(" " + PipelineStateLabel.state(pipeline) + " on ")
                .code(pipeline.ref().spoken())
                .plain(" ")
                .code(pipeline.shortCommit());
        var titled = pipeline.commitTitle().isEmpty() ? line : line.plain("  " + pipeline.commitTitle());
        var created = pipeline.times().created();
        var aged = created == null
                ? titled
                : titled.plain("  ·  " + DurationPhrases.ago(Duration.between(created, clock.instant())));
        var login = pipeline.trigger().author();
        return login == null ? aged : aged.plain("  ·  " + login);
    }
}
