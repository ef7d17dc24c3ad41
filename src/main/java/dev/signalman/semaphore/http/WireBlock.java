package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.text;

import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.JobState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block in a detailed pipeline. */
record WireBlock(
        @Nullable String name,
        @Nullable String state,
        @Nullable String result,
        @Nullable String resultReason,
        @Nullable String errorDescription,
        @Nullable List<@Nullable WireBlockJob> jobs) {

    /** A job of a block; its result is {@code PASSED} from the start. */
    record WireBlockJob(
            @Nullable String jobId,
            @Nullable String name,
            @Nullable Integer index,
            @Nullable String status,
            @Nullable String result) {

        BlockJob toJob() {
            var stands = WireMapping.jobState(status);
            return new BlockJob(
                    text(jobId),
                    text(name),
                    index == null ? 0 : index,
                    stands,
                    WireMapping.result(stands == JobState.FINISHED, result));
        }
    }

    Block toBlock() {
        var stands = WireMapping.pipelineState(state);
        return new Block(
                text(name),
                stands,
                WireMapping.result(stands.done(), result),
                WireMapping.reason(stands.done(), resultReason),
                text(errorDescription),
                list(jobs).stream().map(WireBlockJob::toJob).toList());
    }
}
