package dev.signalman.feature.runs;

import dev.signalman.command.Refusal;
import dev.signalman.command.Run;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.GitRef;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Policy;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;

/** Decides which project and reference a {@code run} means, and pins them. */
final class RunHandler implements Handler<Run> {
    private final SubjectResolver subjectResolver;
    private final IndirectDeploys indirectDeploys;

    @Inject
    RunHandler(SubjectResolver subjectResolver, IndirectDeploys indirectDeploys) {
        this.subjectResolver = subjectResolver;
        this.indirectDeploys = indirectDeploys;
    }

    @Override
    public Outcome handle(Run command, Invocation invocation) {
        var found = subjectResolver.project(
                command.subject(),
                invocation,
                subject -> new Run(subject, command.file(), command.commit(), command.parameters()));
        var ref = found.ref() == null ? subjectResolver.defaultRef(found.project()) : found.ref();
        var pinned = new Subject.Newest(null, found.project().name(), ref.reference());
        if (command.commit() != null && ref.kind() != GitRef.Kind.BRANCH) {
            throw new Refusal("Semaphore only accepts commit= with a branch: a tag or pull request always runs its own "
                    + "commit. Remove commit=, or name a branch.");
        }
        var said = command.file() == null
                ? null
                : Policy.path(command.file()); // the rules must judge the path that is sent
        var file = RunPipelineFile.of(said, found.project());
        return indirectDeploys.run(
                found.project(),
                new DeployStart.Run(file, ref, command.commit()),
                command.parameters(),
                invocation,
                Outcome.act(new Run(pinned, file, command.commit(), command.parameters())));
    }
}
