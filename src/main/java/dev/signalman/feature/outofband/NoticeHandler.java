package dev.signalman.feature.outofband;

import dev.signalman.command.Notice;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whose promotion a pipeline is, as soon as that can be told, and has it written down and told. */
final class NoticeHandler implements Handler<Notice> {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeHandler.class);

    private final Semaphore semaphore;
    private final JdbiPromotionRecords records;
    private final PromotionTracer promotionTracer;
    private final PromotionReporter promotionReporter;
    private final PollIntervals pollIntervals;

    @Inject
    NoticeHandler(
            Semaphore semaphore,
            JdbiPromotionRecords records,
            PromotionTracer promotionTracer,
            PromotionReporter promotionReporter,
            PollIntervals pollIntervals) {
        this.semaphore = semaphore;
        this.records = records;
        this.promotionTracer = promotionTracer;
        this.promotionReporter = promotionReporter;
        this.pollIntervals = pollIntervals;
    }

    @Override
    public Outcome handle(Notice command, Invocation invocation) {
        if (records.has(command.pipelineId())) {
            return Outcome.nothing();
        }
        try {
            return look(command, invocation);
        } catch (SemaphoreException failure) {
            var missing = failure.kind() == SemaphoreException.Kind.NOT_FOUND;
            return missing && pollIntervals.givesUpMissing(command.attempt())
                    ? gaveUp(command, "it is gone, or hidden from me")
                    : again(command, invocation);
        }
    }

    private Outcome look(Notice command, Invocation invocation) {
        var pipeline = semaphore.pipelines().describe(command.pipelineId());
        var parentId = pipeline.promotionOf();
        if (parentId == null || pipeline.rebuildOf() != null) { // what rebuilds a deploy is in no list of promotions
            return Outcome.nothing();
        }
        var observedPromotion = promotionTracer.see(pipeline, parentId).orElse(null);
        if (observedPromotion == null) {
            return pollIntervals.givesUpMissing(command.attempt())
                    ? gaveUp(command, "Semaphore lists no promotion that made it")
                    : again(command, invocation);
        }
        var promotionOwner = promotionTracer.whose(observedPromotion);
        return promotionOwner instanceof PromotionOwner.Open
                ? again(command, invocation)
                : promotionReporter.of(observedPromotion, promotionOwner);
    }

    private Outcome again(Notice command, Invocation invocation) {
        return pollIntervals.endsAfter(command.attempt())
                ? gaveUp(command, "I have tried for too long")
                : Outcome.nothing()
                        .then(new FollowUp(command.again(), invocation.place(), pollIntervals.wait(command.attempt())));
    }

    private static Outcome gaveUp(Notice command, String why) {
        LOG.warn("Whose promotion the pipeline {} is cannot be told: {}", command.pipelineId(), why);
        return Outcome.nothing();
    }
}
