package dev.signalman.feature.runs;

import dev.signalman.domain.Project;
import org.jspecify.annotations.Nullable;

/** Which file a run takes: the one that is judged is the one that is sent. */
final class RunFile {
    private static final String USUAL = ".semaphore/semaphore.yml";

    private RunFile() {}

    /** What was said, else what the project's settings say. */
    static String of(@Nullable String said, Project project) {
        var file = said == null ? project.pipelineFile() : said;
        return file.isBlank() ? USUAL : file;
    }
}
