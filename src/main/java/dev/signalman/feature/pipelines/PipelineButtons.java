package dev.signalman.feature.pipelines;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Menu;
import dev.signalman.command.Logs;
import dev.signalman.command.Promote;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Rerun;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The buttons of a pipeline's card: those that make sense in its state, each bound to the pipeline's id. */
final class PipelineButtons {
    private static final int SIDE_BY_SIDE = 3;

    private PipelineButtons() {}

    /**
     * @param ruled the promotions that a policy covers; their buttons ask for confirmation
     */
    static CardActions of(String project, Pipeline pipeline, List<String> promotions, Set<String> ruled) {
        if (!pipeline.done()) {
            return CardActions.of(stop(project, pipeline));
        }
        var result = pipeline.result() == null ? Result.UNKNOWN : pipeline.result();
        return switch (result) {
            case PASSED -> passed(project, pipeline, promotions, ruled);
            case FAILED -> failed(pipeline);
            case STOPPED, CANCELED, UNKNOWN -> CardActions.of(Button.of("Rerun", rerun(pipeline)));
        };
    }

    private static CardActions failed(Pipeline pipeline) {
        if (pipeline.withoutCommit()) {
            return CardActions.of(Button.of("Rerun", rerun(pipeline))); // no job ran, so none can run again
        }
        return CardActions.of(
                Button.of("Rebuild failed", new Rebuild(Subject.pipeline(pipeline.id())))
                        .primary(),
                Button.of("Rerun", rerun(pipeline)),
                Button.of("Logs", new Logs(Subject.pipeline(pipeline.id()))));
    }

    private static Button stop(String project, Pipeline pipeline) {
        return Button.of("Stop", new Stop(Subject.pipeline(pipeline.id())))
                .asking(
                        "Stop this pipeline?",
                        where(project, pipeline) + ". Running jobs are stopped.",
                        "Stop",
                        "Cancel");
    }

    /** A newly requested workflow has no branch or commit yet. */
    private static String where(String project, Pipeline pipeline) {
        return pipeline.commit().isEmpty()
                ? project
                : project + " on " + pipeline.ref().spoken() + ", commit " + pipeline.shortCommit();
    }

    private static CardActions passed(String project, Pipeline pipeline, List<String> promotions, Set<String> ruled) {
        var buttons = new ArrayList<Button>();
        for (var promotion : promotions.subList(0, Math.min(SIDE_BY_SIDE, promotions.size()))) {
            var button = promote("Promote to " + promotion, promotion, project, pipeline, ruled);
            buttons.add(buttons.isEmpty() ? button.primary() : button);
        }
        buttons.add(Button.of("Rerun", rerun(pipeline)));
        return new CardActions(buttons, rest(project, pipeline, promotions, ruled));
    }

    private static @Nullable Menu rest(String project, Pipeline pipeline, List<String> promotions, Set<String> ruled) {
        if (promotions.size() <= SIDE_BY_SIDE) {
            return null;
        }
        return new Menu(
                "Promote to …",
                promotions.subList(SIDE_BY_SIDE, promotions.size()).stream()
                        .map(promotion -> promote(promotion, promotion, project, pipeline, ruled))
                        .toList());
    }

    private static Button promote(
            String label, String promotion, String project, Pipeline pipeline, Set<String> ruled) {
        var button =
                Button.of(label, new Promote(promotion, Subject.pipeline(pipeline.id()), Map.of(), false, false, null));
        return ruled.contains(promotion)
                ? button.asking(
                        "Promote to " + promotion + "?",
                        where(project, pipeline) + ", deploys to " + promotion + " once its rules are met.",
                        "Promote",
                        "Cancel")
                : button;
    }

    private static Rerun rerun(Pipeline pipeline) {
        return new Rerun(Subject.workflow(pipeline.workflowId()));
    }
}
