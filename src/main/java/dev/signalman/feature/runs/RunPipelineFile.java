package dev.signalman.feature.runs;

import dev.signalman.domain.Project;
import dev.signalman.ruling.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Which file a run takes: the one that is judged is the one that is sent. The project's own goes as the project spells it, so that pushes and
 * runs are in one list (docs/semaphore.md, "Pipelines and workflows").
 */
final class RunPipelineFile {
    private static final String USUAL = ".semaphore/semaphore.yml";

    private RunPipelineFile() {}

    /** What was said, else what the project's settings say. */
    static String of(@Nullable String said, Project project) {
        var own = project.pipelineFile().isBlank() ? USUAL : project.pipelineFile();
        return said == null || said.isBlank() || said.equals(Policy.path(own)) ? own : said;
    }
}
