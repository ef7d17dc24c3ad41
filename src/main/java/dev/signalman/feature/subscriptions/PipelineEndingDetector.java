package dev.signalman.feature.subscriptions;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.Result;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a pipeline ended, and whether it broke or fixed its branch. For the latter it reads one list of earlier
 * pipelines.
 */
final class PipelineEndingDetector {
    private final Semaphore semaphore;

    @Inject
    PipelineEndingDetector(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * The endings that apply; empty for an unfinished pipeline.
     *
     * @param turns whether to read earlier pipelines, to detect broken and fixed
     */
    Set<PipelineEnding> of(Pipeline pipeline, boolean turns) {
        var result = pipeline.result();
        if (!pipeline.done() || result == null) {
            return Set.of();
        }
        return switch (result) {
            case PASSED -> with(pipeline, turns, PipelineEnding.PASSED, PipelineEnding.FIXED, Result.FAILED);
            case FAILED -> with(pipeline, turns, PipelineEnding.FAILED, PipelineEnding.BROKEN, Result.PASSED);
            case STOPPED -> EnumSet.of(PipelineEnding.STOPPED);
            case CANCELED -> EnumSet.of(PipelineEnding.CANCELED);
            case UNKNOWN -> Set.of();
        };
    }

    private Set<PipelineEnding> with(
            Pipeline pipeline, boolean turns, PipelineEnding ending, PipelineEnding turn, Result before) {
        return turns && before(pipeline) == before ? EnumSet.of(ending, turn) : EnumSet.of(ending);
    }

    /**
     * The last earlier result, passed or failed, with the same project, reference and file; null if the first page has
     * none.
     */
    private @Nullable Result before(Pipeline pipeline) {
        var filter = Pipelines.Filter.ofProject(pipeline.projectId())
                .on(pipeline.ref())
                .of(pipeline.path())
                .created(null, pipeline.times().created());
        return semaphore.pipelines().list(filter, null).items().stream()
                .filter(each -> !each.id().equals(pipeline.id()) && notAfter(each, pipeline))
                .filter(Pipeline::done)
                .map(Pipeline::result)
                .filter(result -> result == Result.PASSED || result == Result.FAILED)
                .findFirst()
                .orElse(null);
    }

    private static boolean notAfter(Pipeline other, Pipeline pipeline) {
        var created = pipeline.times().created();
        var others = other.times().created();
        return created == null || others == null || !others.isAfter(created);
    }
}
