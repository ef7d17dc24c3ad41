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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The buttons of a pipeline's card: those that make sense in its state, each bound to the pipeline's id. */
final class PipelineButtons {
    private static final int SIDE_BY_SIDE = 3;

    private PipelineButtons() {}

    /**
     * @param promotions in the order in which they usually follow each other
     */
    static CardActions of(String project, Pipeline pipeline, List<OfferedPromotion> promotions) {
        if (!pipeline.done()) {
            return CardActions.of(stop(project, pipeline));
        }
        var result = pipeline.result() == null ? Result.UNKNOWN : pipeline.result();
        return switch (result) {
            case PASSED -> passed(project, pipeline, promotions);
            case FAILED ->
                CardActions.of(rebuild(pipeline).primary(), Button.of("Rerun", rerun(pipeline)), logs(pipeline));
            case STOPPED, CANCELED, UNKNOWN -> CardActions.of(Button.of("Rerun", rerun(pipeline)));
        };
    }

    /** A deploy that failed: to go back comes first. */
    static CardActions afterFailedDeploy(String project, Pipeline pipeline, LastGoodDeploys.LastGood good) {
        var promotion = good.again().promotion();
        return CardActions.of(
                Button.of("Redeploy " + good.shortCommit(), good.again())
                        .primary()
                        .asking(
                                "Redeploy " + good.shortCommit() + "?",
                                project + ", commit " + good.shortCommit() + ", is promoted to " + promotion
                                        + " again, as soon as the rules for that are met.",
                                "Redeploy",
                                "Cancel"),
                rebuild(pipeline),
                logs(pipeline),
                Button.of("Rerun", rerun(pipeline)));
    }

    private static Button rebuild(Pipeline pipeline) {
        return Button.of("Rebuild failed", new Rebuild(Subject.pipeline(pipeline.id())));
    }

    private static Button logs(Pipeline pipeline) {
        return Button.of("Logs", new Logs(Subject.pipeline(pipeline.id())));
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

    /** The next step first, then what is not live yet. What is on its way cannot be pressed. */
    private static CardActions passed(String project, Pipeline pipeline, List<OfferedPromotion> promotions) {
        var next = next(promotions);
        var pressable = promotions.stream()
                .filter(promotion -> !promotion.moving())
                .sorted(Comparator.comparing((OfferedPromotion promotion) -> !promotion.equals(next))
                        .thenComparing(OfferedPromotion::live))
                .toList();
        var buttons = new ArrayList<Button>();
        for (var promotion : pressable.subList(0, Math.min(SIDE_BY_SIDE, pressable.size()))) {
            var button = promote("Promote to " + promotion.name(), promotion, project);
            buttons.add(promotion.equals(next) ? button.primary() : button);
        }
        buttons.add(Button.of("Rerun", rerun(pipeline)));
        return new CardActions(buttons, rest(project, pressable));
    }

    /** The first that is not live; null while an earlier one is on its way, and when all are live. */
    private static @Nullable OfferedPromotion next(List<OfferedPromotion> promotions) {
        return promotions.stream()
                .filter(promotion -> !promotion.live())
                .findFirst()
                .filter(promotion -> !promotion.moving())
                .orElse(null);
    }

    private static @Nullable Menu rest(String project, List<OfferedPromotion> pressable) {
        if (pressable.size() <= SIDE_BY_SIDE) {
            return null;
        }
        return new Menu(
                "Promote to …",
                pressable.subList(SIDE_BY_SIDE, pressable.size()).stream()
                        .map(promotion -> promote(promotion.name(), promotion, project))
                        .toList());
    }

    private static Button promote(String label, OfferedPromotion promotion, String project) {
        var from = promotion.from();
        var button = Button.of(
                label, new Promote(promotion.name(), Subject.pipeline(from.id()), Map.of(), false, false, null));
        return promotion.ruled()
                ? button.asking(
                        "Promote to " + promotion.name() + "?",
                        where(project, from) + ", deploys to " + promotion.name() + " once its rules are met.",
                        "Promote",
                        "Cancel")
                : button;
    }

    private static Rerun rerun(Pipeline pipeline) {
        return new Rerun(Subject.workflow(pipeline.workflowId()));
    }
}
