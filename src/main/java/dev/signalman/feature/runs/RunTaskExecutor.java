package dev.signalman.feature.runs;

import dev.signalman.command.RunTask;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.GitRef;
import dev.signalman.port.BotStartedPipelines;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * Runs a task. Semaphore has no request token for this. After a lost answer the run counts as found only if the task
 * was run by hand exactly once since; otherwise the result is unknown.
 */
final class RunTaskExecutor implements ActExecutor<RunTask> {
    private final Semaphore semaphore;
    private final PipelineStartNotes startNotes;
    private final BotStartedPipelines starts;

    @Inject
    RunTaskExecutor(Semaphore semaphore, PipelineStartNotes startNotes, BotStartedPipelines starts) {
        this.semaphore = semaphore;
        this.startNotes = startNotes;
        this.starts = starts;
    }

    @Override
    public ActResult carry(RunTask pinned, Act act) {
        var workflow = semaphore.tasks().runNow(pinned.task(), ref(pinned), pinned.file(), pinned.parameters());
        return started(pinned, semaphore.workflows().describe(workflow).initialPipelineId(), act);
    }

    @Override
    public ProbeResult lookFor(RunTask pinned, Act act) {
        var earliest = act.intended().minus(Semaphore.CLOCKS_DIFFER);
        var since = semaphore.tasks().runs(pinned.task()).stream()
                .filter(run -> !run.requesterId().isEmpty() && !run.workflowId().isEmpty())
                .filter(run -> run.at() == null || !run.at().isBefore(earliest))
                .map(run -> semaphore.workflows().describe(run.workflowId()).initialPipelineId())
                .filter(pipeline -> startNotes.of(pipeline).isEmpty()) // another person's, through the bot
                .toList();
        var about = "I asked Semaphore to run a task of " + newest(pinned).project() + " and got no answer";
        return switch (since.size()) {
            case 0 -> new ProbeResult.NotSeen(about + "; no run of it has shown up since.");
            case 1 -> new ProbeResult.Happened(started(pinned, since.get(0), act));
            default ->
                new ProbeResult.Unclear(
                        about + "; " + since.size() + " runs of it have started since, so I can't tell which is mine.");
        };
    }

    private ActResult started(RunTask pinned, String pipelineId, Act act) {
        var story = StartNote.of("Task run", act, pinned.parameters());
        return ActResult.done(
                "Started",
                Outcome.nothing()
                        .with(startNotes.remember(pipelineId, story, ref(pinned).reference()))
                        .with(startNotes.startedBy(pipelineId, act.actor().userId()))
                        .with(starts.started(pipelineId, act))
                        .waking(Wake.card(pipelineId, act.place(), story)));
    }

    private static GitRef ref(RunTask pinned) {
        return GitRef.parse(Objects.requireNonNull(newest(pinned).branch(), "a pinned task names its reference"));
    }

    private static Subject.Newest newest(RunTask pinned) {
        return (Subject.Newest) pinned.subject();
    }
}
