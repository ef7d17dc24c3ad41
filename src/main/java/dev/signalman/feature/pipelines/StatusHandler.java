package dev.signalman.feature.pipelines;

import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Status;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Workflow;
import dev.signalman.port.AccountNames;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ResolvedSubject;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the state of a pipeline or workflow. For a workflow, also its cause, the workflow it repeats, and its
 * promotions.
 */
final class StatusHandler implements Handler<Status> {
    private static final int MOST_PROMOTED = 5;

    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final SemaphorePipelineCardFactory cards;
    private final SemaphoreLinks links;
    private final AccountNames accountNames;

    @Inject
    StatusHandler(
            SubjectResolver subjectResolver,
            Semaphore semaphore,
            SemaphorePipelineCardFactory cards,
            SemaphoreLinks links,
            AccountNames accountNames) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
        this.cards = cards;
        this.links = links;
        this.accountNames = accountNames;
    }

    @Override
    public Outcome handle(Status command, Invocation invocation) {
        var resolvedSubject = subjectResolver.find(command.subject(), invocation, Status::new);
        if (resolvedSubject instanceof ResolvedSubject.OfWorkflow workflow) {
            return Outcome.answer(cards.card(workflow.first(), facts(workflow.workflow(), workflow.first())));
        }
        return Outcome.answer(cards.card(subjectResolver.pipelineOf(resolvedSubject), List.of()));
    }

    private List<Text> facts(Workflow workflow, Pipeline first) {
        var facts = new ArrayList<Text>();
        facts.add(cause(workflow, first.trigger().author()));
        if (workflow.rerunOf() != null) {
            facts.add(Text.of("Rerun of ").link("an earlier workflow", links.workflow(workflow.rerunOf())));
        }
        semaphore.pipelines().list(Pipelines.Filter.ofWorkflow(workflow.id()), null).items().stream()
                .filter(pipeline -> !pipeline.id().equals(workflow.initialPipelineId()))
                .limit(MOST_PROMOTED)
                .map(this::promoted)
                .forEach(facts::add);
        return facts;
    }

    private Text cause(Workflow workflow, @Nullable String author) {
        var how = switch (workflow.cause()) {
            case HOOK -> "Started by a push";
            case SCHEDULE -> "Started by a schedule";
            case API -> "Started through the API";
            case MANUAL_RUN -> "Started on the web";
            case UNKNOWN -> "Started";
        };
        if (author != null) {
            return Text.of(how + " by " + author);
        }
        return workflow.requesterId().isEmpty()
                ? Text.of(how)
                : Text.of(how + " by " + accountNames.nameOf(workflow.projectId(), workflow.requesterId()));
    }

    private Text promoted(Pipeline pipeline) {
        var symbol = PipelineStateLabel.symbol(pipeline);
        return Text.empty()
                .symbol(pipeline.promoted() ? Symbol.DEPLOY : symbol)
                .bold(pipeline.name())
                .plain(" " + PipelineStateLabel.state(pipeline) + "  ·  ")
                .link("pipeline", links.pipeline(pipeline));
    }
}
