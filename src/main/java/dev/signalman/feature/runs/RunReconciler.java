package dev.signalman.feature.runs;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.ShortCommit;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Reports a run that started another commit than requested, which Semaphore does silently (docs/semaphore.md, "A run").
 * The note of the wake is the requested commit.
 */
final class RunReconciler implements Reconciler {
    private final Semaphore semaphore;
    private final SemaphoreLinks links;
    private final PollIntervals intervals;

    @Inject
    RunReconciler(Semaphore semaphore, SemaphoreLinks links, PollIntervals intervals) {
        this.semaphore = semaphore;
        this.links = links;
        this.intervals = intervals;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.RUN;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var waking = key.waking();
        Pipeline pipeline;
        try {
            pipeline = semaphore.pipelines().describe(key.id());
        } catch (SemaphoreException failure) {
            return intervals.endsAfter(key.failures())
                    ? new ReconcileResult.Over(Outcome.answer(FailureCards.of(failure)))
                    : new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
        }
        if (pipeline.commit().isEmpty()) {
            return pipeline.done() || intervals.endsAfter(key.failures())
                    ? new ReconcileResult.Over()
                    : new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
        }
        return pipeline.commit().equals(waking.note())
                ? new ReconcileResult.Over()
                : new ReconcileResult.Over(
                        Outcome.deliver(new Delivery.ToPlace(waking.place(), differentCommit(waking, pipeline))));
    }

    private TextCard differentCommit(ReconcileKey.Waking waking, Pipeline pipeline) {
        var line = Text.empty()
                .mention(waking.by().userId(), waking.by().name())
                .plain(" asked for commit ")
                .code(ShortCommit.of(waking.note()))
                .plain(", but Semaphore started ")
                .link(pipeline.shortCommit(), links.pipeline(pipeline))
                .plain(" instead.");
        var lines =
                pipeline.done() ? List.of(line) : List.of(line, Text.of("Stop it if that isn't the commit you want."));
        var actions = pipeline.done()
                ? CardActions.NONE
                : CardActions.of(Button.of("Stop", new Stop(Subject.pipeline(pipeline.id()))));
        return new TextCard(line.spoken(), lines, List.of(), actions);
    }
}
