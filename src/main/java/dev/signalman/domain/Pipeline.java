package dev.signalman.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as Semaphore told it at one moment.
 *
 * @param path of its YAML file in the repository as Semaphore spells and filters it, e.g. {@code .semaphore/semaphore.yml}, or with a
 *     slash before it when it was promoted by an absolute path (docs/semaphore.md, "Pipelines and workflows")
 * @param commitMessage empty where Semaphore leaves it out
 * @param result null until the state is done
 * @param switchId empty when no promotion starts from it
 * @param promotionOf id of the pipeline it was promoted from, else null; a rebuilt deploy keeps it
 * @param rebuildOf id of the pipeline whose failed jobs it repeats, else null
 * @param terminatedBy who stopped it; empty when Semaphore does not say, which is usual for a stop through the API
 * @param error why it could not begin at all, e.g. a malformed file; else empty
 * @param environment parameters it was promoted with
 * @param blocks in order; empty unless asked for in detail
 */
public record Pipeline(
        String id,
        String name,
        String workflowId,
        String projectId,
        GitRef ref,
        String commit,
        String commitMessage,
        String path,
        PipelineState state,
        @Nullable Result result,
        @Nullable ResultReason reason,
        String switchId,
        @Nullable String promotionOf,
        @Nullable String rebuildOf,
        String terminatedBy,
        String error,
        Times times,
        Trigger trigger,
        List<EnvVar> environment,
        List<Block> blocks) {

    /** When it reached each state; null for those it has not reached. */
    public record Times(
            @Nullable Instant created,
            @Nullable Instant queued,
            @Nullable Instant running,
            @Nullable Instant stopping,
            @Nullable Instant done) {}

    /** The path of its YAML file, however it was spelled: from the root of the repository, without a slash before it. */
    public String file() {
        return path.replaceFirst("^[./]*/", "");
    }

    /** The pipeline that this one directly came of, by a rebuild or else by a promotion; null for none. */
    public @Nullable String parentId() {
        return rebuildOf != null ? rebuildOf : promotionOf;
    }

    /** The first seven characters of the commit. */
    public String shortCommit() {
        return commit.length() <= 7 ? commit : commit.substring(0, 7);
    }

    /** The commit message's first line. */
    public String commitTitle() {
        return commitMessage
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether nothing more will happen to it. */
    public boolean done() {
        return state.done();
    }

    /** How it ended, as it is said of it, e.g. {@code was stopped}; of one that is done. */
    public String ended() {
        return result == null ? Result.UNKNOWN.ended() : result.ended();
    }

    /** Whether it is done and passed. */
    public boolean passed() {
        return done() && result == Result.PASSED;
    }

    /** Whether it is done and failed; one that was stopped or canceled did not. */
    public boolean failed() {
        return done() && result == Result.FAILED;
    }

    /** Whether it is a deploy: started by a promotion, of a person or by itself, or the rebuild of such a one. */
    public boolean promoted() {
        return promotionOf != null;
    }

    /** How long it has run, or ran; zero before it began. */
    public Duration lasted(Instant now) {
        var began = times.running();
        if (began == null) {
            return Duration.ZERO;
        }
        var end = times.done() == null ? now : times.done();
        return end.isBefore(began) ? Duration.ZERO : Duration.between(began, end);
    }
}
