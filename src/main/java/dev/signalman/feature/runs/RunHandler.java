package dev.signalman.feature.runs;

import dev.signalman.command.Run;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Start;
import dev.signalman.subject.Subjects;
import jakarta.inject.Inject;

/** Decides which project and reference a {@code run} means, and pins them. */
final class RunHandler implements Handler<Run> {
    private static final String USUAL_FILE = ".semaphore/semaphore.yml";

    private final Subjects subjects;
    private final DeployDoors doors;

    @Inject
    RunHandler(Subjects subjects, DeployDoors doors) {
        this.subjects = subjects;
        this.doors = doors;
    }

    @Override
    public Outcome handle(Run command, Invocation invocation) {
        var found = subjects.project(
                command.subject(),
                invocation,
                subject -> new Run(subject, command.file(), command.commit(), command.parameters()));
        var ref = found.ref() == null ? subjects.defaultRef(found.project()) : found.ref();
        var pinned = new Subject.Newest(null, found.project().name(), ref.reference());
        var said = command.file() == null ? null : Policy.path(command.file()); // what is judged is what is sent
        var file = said == null ? found.project().pipelineFile() : said;
        return doors.run(
                found.project(),
                new Start.Run(file.isBlank() ? USUAL_FILE : file, ref, command.commit()),
                command.parameters(),
                invocation,
                Outcome.act(new Run(pinned, said, command.commit(), command.parameters())));
    }
}
