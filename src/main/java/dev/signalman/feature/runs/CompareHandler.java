package dev.signalman.feature.runs;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Compare;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Reports a run that started another commit than requested, which Semaphore does silently (docs/semaphore.md, "A run").
 */
final class CompareHandler implements Handler<Compare> {
    private static final int SHORT = 7;

    private final Semaphore semaphore;
    private final SemaphoreLinks links;
    private final PollIntervals pollIntervals;

    @Inject
    CompareHandler(Semaphore semaphore, SemaphoreLinks links, PollIntervals pollIntervals) {
        this.semaphore = semaphore;
        this.links = links;
        this.pollIntervals = pollIntervals;
    }

    @Override
    public Outcome handle(Compare command, Invocation invocation) {
        Pipeline pipeline;
        try {
            pipeline = semaphore.pipelines().describe(command.pipelineId());
        } catch (SemaphoreException failure) {
            if (pollIntervals.endsAfter(command.attempt())) {
                throw failure;
            }
            return again(command, invocation);
        }
        if (pipeline.commit().isEmpty()) {
            return pipeline.done() ? Outcome.nothing() : again(command, invocation);
        }
        return pipeline.commit().equals(command.commit())
                ? Outcome.nothing()
                : Outcome.deliver(new Delivery.ToPlace(invocation.place(), another(command, pipeline, invocation)));
    }

    private Outcome again(Compare command, Invocation invocation) {
        return pollIntervals.endsAfter(command.attempt())
                ? Outcome.nothing()
                : Outcome.nothing()
                        .then(new FollowUp(command.again(), invocation.place(), pollIntervals.wait(command.attempt())));
    }

    private TextCard another(Compare command, Pipeline pipeline, Invocation invocation) {
        var line = Text.empty()
                .mention(invocation.actor().userId(), invocation.actor().name())
                .plain(" asked for commit ")
                .code(command.commit().substring(0, SHORT))
                .plain(", but Semaphore started ")
                .link(pipeline.shortCommit(), links.pipeline(pipeline))
                .plain(" instead.");
        var lines = pipeline.done()
                ? List.of(line)
                : List.of(line, Text.of("Stop it, if that is not the commit that you want."));
        var actions = pipeline.done()
                ? CardActions.NONE
                : CardActions.of(Button.of("Stop", new Stop(Subject.pipeline(pipeline.id()))));
        return new TextCard(line.spoken(), lines, List.of(), actions);
    }
}
