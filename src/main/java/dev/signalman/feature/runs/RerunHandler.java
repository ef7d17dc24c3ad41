package dev.signalman.feature.runs;

import dev.signalman.command.Rerun;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.subject.Subjects;
import jakarta.inject.Inject;

/** Decides which workflow a {@code rerun} means. */
final class RerunHandler implements Handler<Rerun> {
    private final Subjects subjects;
    private final DeployDoors doors;

    @Inject
    RerunHandler(Subjects subjects, DeployDoors doors) {
        this.subjects = subjects;
        this.doors = doors;
    }

    @Override
    public Outcome handle(Rerun command, Invocation invocation) {
        var pipeline = subjects.pipeline(command.subject(), invocation, Rerun::new);
        return doors.rerun(pipeline, invocation, Outcome.act(new Rerun(Subject.workflow(pipeline.workflowId()))));
    }
}
