package dev.signalman.feature.approvals.rule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.JobState;
import dev.signalman.semaphore.Semaphore;
import java.util.List;
import java.util.Optional;

/**
 * Reads who wrote the newest commit of a pipeline, from the environment of one of its finished jobs. That does not
 * change, so it is read once (docs/semaphore.md, "The author of a commit").
 */
final class CommitAuthors {
    private static final int MOST_PIPELINES = 5_000;

    /** GitHub's apps have such a login, and no person can. */
    private static final String APP = "[bot]";

    private final Semaphore semaphore;
    private final Cache<String, List<String>> known =
            Caffeine.newBuilder().maximumSize(MOST_PIPELINES).build();

    CommitAuthors(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * Logins of the people who wrote it; empty where Semaphore names none.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    List<String> of(String pipelineId) {
        var remembered = known.getIfPresent(pipelineId);
        if (remembered != null) {
            return remembered;
        }
        var job = finishedJob(pipelineId);
        if (job.isEmpty()) {
            return List.of();
        }
        var authors = semaphore.jobs().describe(job.get()).commitAuthors().stream()
                .filter(login -> !login.endsWith(APP))
                .toList();
        known.put(pipelineId, authors);
        return authors;
    }

    private Optional<String> finishedJob(String pipelineId) {
        return semaphore.pipelines().describeInDetail(pipelineId).blocks().stream()
                .flatMap(block -> block.jobs().stream())
                .filter(job -> job.state() == JobState.FINISHED)
                .map(BlockJob::id)
                .findFirst();
    }
}
