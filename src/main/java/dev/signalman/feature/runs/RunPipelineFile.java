package dev.signalman.feature.runs;

import dev.signalman.domain.Project;
import dev.signalman.ruling.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline file of a run; the rules judge the same path that is sent. The project's own file is spelled as in the
 * project's settings, so that pushes and runs appear in one list (docs/semaphore.md, "Pipelines and workflows").
 */
final class RunPipelineFile {
    private static final String USUAL = ".semaphore/semaphore.yml";

    private RunPipelineFile() {}

    /** The named file, or else the project's. */
    static String of(@Nullable String said, Project project) {
        var own = project.pipelineFile().isBlank() ? USUAL : project.pipelineFile();
        return said == null || said.isBlank() || said.equals(Policy.path(own)) ? own : said;
    }
}
