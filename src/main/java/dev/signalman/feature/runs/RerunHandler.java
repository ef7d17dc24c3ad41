package dev.signalman.feature.runs;

import dev.signalman.command.Rerun;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;

/** Decides which workflow a {@code rerun} means. */
final class RerunHandler implements Handler<Rerun> {
    private final SubjectResolver subjectResolver;
    private final IndirectDeploys indirectDeploys;

    @Inject
    RerunHandler(SubjectResolver subjectResolver, IndirectDeploys indirectDeploys) {
        this.subjectResolver = subjectResolver;
        this.indirectDeploys = indirectDeploys;
    }

    @Override
    public Outcome handle(Rerun command, Invocation invocation) {
        var pipeline = subjectResolver.pipeline(command.subject(), invocation, Rerun::new);
        return indirectDeploys.rerun(
                pipeline, invocation, Outcome.act(new Rerun(Subject.workflow(pipeline.workflowId()))));
    }
}
