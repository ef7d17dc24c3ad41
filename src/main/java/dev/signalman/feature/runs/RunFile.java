package dev.signalman.feature.runs;

import dev.signalman.command.Run;
import dev.signalman.domain.Project;

/** Which file a run takes: the one that is judged is the one that is sent. */
final class RunFile {
    private static final String USUAL = ".semaphore/semaphore.yml";

    private RunFile() {}

    /** What was said, else what the project's settings say. */
    static String of(Run run, Project project) {
        var file = run.file() == null ? project.pipelineFile() : run.file();
        return file.isBlank() ? USUAL : file;
    }
}
