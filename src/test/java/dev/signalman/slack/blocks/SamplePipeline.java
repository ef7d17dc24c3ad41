package dev.signalman.slack.blocks;

import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.JobState;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import dev.signalman.domain.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pipelines of one commit for rendering. */
record SamplePipeline(
        PipelineState state,
        @Nullable Result result,
        @Nullable ResultReason reason,
        GitRef ref,
        String name,
        String message,
        @Nullable String promotionOf,
        String error,
        List<EnvVar> environment,
        List<Block> blocks) {
    static final String ID = "6ac4a0d3-3a27-4b3a-9a29-0e0e5a3c1f10";
    static final Instant BEGAN = Instant.parse("2026-03-02T15:50:00Z");
    static final Instant ENDED = BEGAN.plusSeconds(372);

    static SamplePipeline in(PipelineState state) {
        return new SamplePipeline(
                state,
                null,
                null,
                GitRef.branch("main"),
                "Build and test",
                "Round invoices half-even <!channel> & stop drifting\n\nThe rest of it.",
                null,
                "",
                List.of(),
                List.of());
    }

    static SamplePipeline ended(Result result, ResultReason reason, Block... blocks) {
        var done = in(PipelineState.DONE);
        return new SamplePipeline(
                done.state, result, reason, done.ref, done.name, done.message, null, "", List.of(), List.of(blocks));
    }

    SamplePipeline on(GitRef other) {
        return new SamplePipeline(state, result, reason, other, name, message, promotionOf, error, environment, blocks);
    }

    SamplePipeline saying(String other) {
        return new SamplePipeline(state, result, reason, ref, name, other, promotionOf, error, environment, blocks);
    }

    SamplePipeline broken(String why) {
        return new SamplePipeline(state, result, reason, ref, name, message, promotionOf, why, environment, blocks);
    }

    SamplePipeline with(List<Block> other) {
        return new SamplePipeline(state, result, reason, ref, name, message, promotionOf, error, environment, other);
    }

    SamplePipeline promoted(String promotion, EnvVar... parameters) {
        return new SamplePipeline(
                state, result, reason, ref, promotion, message, "p-parent", error, List.of(parameters), blocks);
    }

    Pipeline read() {
        boolean began =
                !List.of(PipelineState.INITIALIZING, PipelineState.QUEUING).contains(state) && error.isEmpty();
        var times = new Pipeline.Times(
                BEGAN.minusSeconds(30),
                BEGAN.minusSeconds(20),
                began ? BEGAN : null,
                null,
                state == PipelineState.DONE ? ENDED : null);
        return new Pipeline(
                ID,
                name,
                "acabe58e-4bcc-4d39-be06-e98d71917703",
                "project",
                ref,
                "9f1c2ab0d6c8f6a1",
                message,
                ".semaphore/semaphore.yml",
                state,
                result,
                reason,
                "",
                promotionOf,
                null,
                "",
                error,
                times,
                new Trigger(Trigger.Kind.WORKFLOW, null, null),
                environment,
                blocks);
    }

    static Block block(String name, PipelineState state, @Nullable Result result, BlockJob... jobs) {
        return new Block(name, state, result, result == null ? null : ResultReason.TEST, "", List.of(jobs));
    }

    static Block passed(String name) {
        return block(name, PipelineState.DONE, Result.PASSED, job(name, 0, Result.PASSED));
    }

    static Block waiting(String name) {
        return block(name, PipelineState.WAITING, null);
    }

    static Block skipped(String name) {
        return new Block(name, PipelineState.DONE, Result.PASSED, ResultReason.SKIPPED, "", List.of());
    }

    /** A block of eight jobs with one name, of which these (from 1) failed. */
    static Block failed(String name, String job, Integer... places) {
        return block(
                name,
                PipelineState.DONE,
                Result.FAILED,
                IntStream.rangeClosed(1, 8)
                        .mapToObj(n -> job(job, n - 1, List.of(places).contains(n) ? Result.FAILED : Result.PASSED))
                        .toArray(BlockJob[]::new));
    }

    static BlockJob job(String name, int index, @Nullable Result result) {
        return new BlockJob(
                "j-" + name + index, name, index, result == null ? JobState.RUNNING : JobState.FINISHED, result);
    }
}
