package dev.signalman.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a pipeline.
 *
 * @param path of its YAML file in the repository, as Semaphore spells and filters it, e.g.
 *     {@code .semaphore/semaphore.yml}; it begins with a slash if the promotion named an absolute path
 *     (docs/semaphore.md, "Pipelines and workflows")
 * @param commitMessage empty where Semaphore omits it
 * @param result null until the state is done
 * @param switchId empty when no promotion starts from it
 * @param promotionOf id of the pipeline it was promoted from, else null; a rebuilt deploy keeps it
 * @param rebuildOf id of the pipeline whose failed jobs it repeats, else null
 * @param terminatedBy who stopped it; empty when Semaphore does not say, as it usually does not for a stop through the
 *     API
 * @param error why it could not start, e.g. a malformed file; else empty
 * @param environment parameters it was promoted with
 * @param blocks in order; empty unless read in detail
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

    /** When the pipeline reached each state; null for states not reached yet. */
    public record Times(
            @Nullable Instant created,
            @Nullable Instant queued,
            @Nullable Instant running,
            @Nullable Instant stopping,
            @Nullable Instant done) {}

    /** A copy on another reference. */
    public Pipeline on(GitRef other) {
        return new Pipeline(
                id,
                name,
                workflowId,
                projectId,
                other,
                commit,
                commitMessage,
                path,
                state,
                result,
                reason,
                switchId,
                promotionOf,
                rebuildOf,
                terminatedBy,
                error,
                times,
                trigger,
                environment,
                blocks);
    }

    /** Whether Semaphore gave up before it had its commit, usually since the reference does not exist. */
    public boolean withoutCommit() {
        return done() && reason == ResultReason.STUCK && commit.isBlank();
    }

    /** The path of its YAML file from the repository's root, without a leading slash. */
    public String file() {
        return path.replaceFirst("^[./]*/", "");
    }

    /** The pipeline that this one directly came from, by a rebuild or else a promotion; null for none. */
    public @Nullable String parentId() {
        return rebuildOf != null ? rebuildOf : promotionOf;
    }

    /** The first seven characters of the commit. */
    public String shortCommit() {
        return ShortCommit.of(commit);
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

    /** How a finished pipeline ended, as a verb phrase, e.g. {@code was stopped}. */
    public String ended() {
        return result == null ? Result.UNKNOWN.ended() : result.ended();
    }

    /** Whether it is done and passed. */
    public boolean passed() {
        return done() && result == Result.PASSED;
    }

    /** Whether it is done and failed; a stopped or canceled pipeline did not fail. */
    public boolean failed() {
        return done() && result == Result.FAILED;
    }

    /** Whether it is a deploy: started by a promotion, manual or automatic, or the rebuild of such a pipeline. */
    public boolean promoted() {
        return promotionOf != null;
    }

    /** Running time so far, or in total; zero before it starts. */
    public Duration lasted(Instant now) {
        var began = times.running();
        if (began == null) {
            return Duration.ZERO;
        }
        var end = times.done() == null ? now : times.done();
        return end.isBefore(began) ? Duration.ZERO : Duration.between(began, end);
    }
}
