package dev.signalman.feature.runs;

import dev.signalman.command.Run;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.subject.Subjects;
import jakarta.inject.Inject;

/** Decides which project and reference a {@code run} means, and pins them. */
final class RunHandler implements Handler<Run> {
    private final Subjects subjects;

    @Inject
    RunHandler(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public Outcome handle(Run command, Invocation invocation) {
        var found = subjects.project(
                command.subject(),
                invocation,
                subject -> new Run(subject, command.file(), command.commit(), command.parameters()));
        var ref = found.ref() == null ? subjects.defaultRef(found.project()) : found.ref();
        var pinned = new Subject.Newest(null, found.project().name(), ref.reference());
        return Outcome.act(new Run(pinned, command.file(), command.commit(), command.parameters()));
    }
}
