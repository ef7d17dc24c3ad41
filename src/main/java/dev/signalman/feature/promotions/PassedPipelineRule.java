package dev.signalman.feature.promotions;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.ResultReason;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;

/** Refuses pipelines without promotions, and pipelines that did not pass, unless that is overridden. */
final class PassedPipelineRule implements Rule<DeployStart> {
    @Inject
    PassedPipelineRule() {}

    @Override
    public RuleTopic topic() {
        return RuleTopic.PIPELINE;
    }

    /** The wish contains the pipeline already. */
    @Override
    public DeployStart gather(Wish wish) {
        return wish.start();
    }

    @Override
    public List<Judgement> judge(Wish wish, DeployStart start) {
        var promoted = start.promoted();
        return List.of(
                promoted == null ? Judgement.met(topic(), "It starts a pipeline of its own") : judge(wish, promoted));
    }

    private Judgement judge(Wish wish, Pipeline pipeline) {
        var which = wish.project().name() + ", " + pipeline.ref().spoken() + ", " + pipeline.shortCommit();
        if (pipeline.switchId().isEmpty()
                && !pipeline.done()
                && pipeline.blocks().isEmpty()) {
            return Judgement.refused(
                    topic(),
                    "Semaphore hasn't read the file of pipeline " + pipeline.name() + " of " + which
                            + " yet. Try again when it is running.");
        }
        if (pipeline.switchId().isEmpty() && pipeline.reason() == ResultReason.MALFORMED) {
            return Judgement.refused(
                    topic(),
                    "Nothing can be promoted from pipeline " + pipeline.name() + " of " + which
                            + ": Semaphore can't read its file " + pipeline.file() + ". Fix the file and push.");
        }
        if (pipeline.switchId().isEmpty()) {
            return Judgement.refused(
                    topic(),
                    "No promotion starts from pipeline " + pipeline.name() + " of " + which + ": its file "
                            + pipeline.file() + " has none. Promote another pipeline, or add a promotion there.");
        }
        if (pipeline.passed()) {
            return Judgement.met(topic(), "The pipeline passed");
        }
        if (wish.override()) {
            return Judgement.met(topic(), "The pipeline " + PromotionPhrases.notPassed(pipeline) + " (override)");
        }
        return Judgement.refused(
                topic(),
                "The pipeline " + pipeline.name() + " of " + which + " " + PromotionPhrases.notPassed(pipeline)
                        + ". Only passed pipelines can be promoted. Wait for one that passes. Those listed under "
                        + "access.override in signalman.yml can add override.");
    }
}
