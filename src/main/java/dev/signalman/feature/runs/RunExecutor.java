package dev.signalman.feature.runs;

import dev.signalman.command.Run;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Project;
import dev.signalman.domain.Workflow;
import dev.signalman.port.BotStartedPipelines;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Workflows;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * Starts a workflow. Semaphore has no request token for this. After a lost answer the run counts as found only if
 * exactly one new workflow of that project and reference has appeared since; otherwise the result is unknown.
 */
final class RunExecutor implements ActExecutor<Run> {
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final PipelineStartNotes startNotes;
    private final BotStartedPipelines starts;

    @Inject
    RunExecutor(
            Semaphore semaphore, ProjectDirectory projects, PipelineStartNotes startNotes, BotStartedPipelines starts) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.startNotes = startNotes;
        this.starts = starts;
    }

    @Override
    public ActResult carry(Run pinned, Act act) {
        var started = semaphore
                .workflows()
                .run(
                        project(pinned).id(),
                        ref(pinned),
                        pinned.commit(),
                        RunPipelineFile.of(pinned.file(), project(pinned)),
                        pinned.parameters());
        return carried(pinned, started.pipelineId(), act);
    }

    @Override
    public ProbeResult lookFor(Run pinned, Act act) {
        var filter = Workflows.Filter.ofProject(project(pinned).id())
                .on(ref(pinned))
                .created(act.intended().minus(Semaphore.CLOCKS_DIFFER), null);
        var since = semaphore.workflows().list(filter, null).items().stream()
                .filter(workflow ->
                        workflow.cause() == Workflow.Cause.API || workflow.cause() == Workflow.Cause.UNKNOWN)
                .filter(workflow -> workflow.rerunOf() == null)
                .filter(workflow ->
                        startNotes.of(workflow.initialPipelineId()).isEmpty()) // another person's, through the bot
                .toList();
        var about = "a run of " + project(pinned).name() + " on " + ref(pinned).spoken();
        return switch (since.size()) {
            case 0 ->
                new ProbeResult.NotSeen(
                        "I requested " + about + ", but Semaphore didn't answer, and no new workflow has appeared.");
            case 1 -> new ProbeResult.Happened(carried(pinned, since.get(0).initialPipelineId(), act));
            default ->
                new ProbeResult.Unclear("I requested " + about + ", but Semaphore didn't answer. " + since.size()
                        + " workflows have started there since, so I can't tell whether one of them is this run.");
        };
    }

    private ActResult carried(Run pinned, String pipelineId, Act act) {
        var story = StartNote.of("Run", act, pinned.parameters());
        var outcome = Outcome.nothing()
                .with(startNotes.remember(pipelineId, story, ref(pinned).reference()))
                .with(startNotes.startedBy(pipelineId, act.actor().userId()))
                .with(starts.started(pipelineId, act))
                .waking(Wake.card(pipelineId, act.place(), story));
        return ActResult.done(
                "Started",
                pinned.commit() == null
                        ? outcome
                        : outcome.waking(Wake.now(ReconcileKey.Kind.RUN, pipelineId, act.place(), pinned.commit())));
    }

    private Project project(Run pinned) {
        return projects.named(newest(pinned).project(), name -> pinned);
    }

    private static GitRef ref(Run pinned) {
        return GitRef.parse(Objects.requireNonNull(newest(pinned).branch(), "a pinned run names its reference"));
    }

    private static Subject.Newest newest(Run pinned) {
        return (Subject.Newest) pinned.subject();
    }
}
