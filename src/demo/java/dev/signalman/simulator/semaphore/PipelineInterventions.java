package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deviations from a pipeline's plan.
 *
 * @param begunAt its blocks start here instead of as planned
 * @param heldAt what has not ended by then waits to be told
 * @param finishedAt what is left ends here, as planned
 * @param stoppedAt when somebody stopped it
 * @param jobs ends of single jobs
 * @param reused blocks that passed in the rebuilt pipeline
 */
record PipelineInterventions(
        @Nullable Instant begunAt,
        @Nullable Instant heldAt,
        @Nullable Instant finishedAt,
        @Nullable Instant stoppedAt,
        Map<JobKey, JobEnd> jobs,
        Map<String, BlockTimes> reused) {

    /** A job that ends otherwise than planned. */
    record JobEnd(
            Instant at,
            SimulatedResult outcome,
            int exitCode,
            @Nullable String log) {}

    PipelineInterventions {
        jobs = Map.copyOf(jobs);
        reused = Map.copyOf(reused);
    }

    /** A rebuild: passed blocks do not run; in the others, passed jobs are copied and pass at the block's start. */
    static PipelineInterventions reusing(Map<String, BlockTimes> passed, Map<JobKey, JobEnd> copied) {
        return new PipelineInterventions(null, null, null, null, copied, passed);
    }

    PipelineInterventions begun(Instant at) {
        return new PipelineInterventions(at, heldAt, finishedAt, stoppedAt, jobs, reused);
    }

    PipelineInterventions held(Instant at) {
        return new PipelineInterventions(begunAt, at, finishedAt, stoppedAt, jobs, reused);
    }

    PipelineInterventions finished(Instant at) {
        return new PipelineInterventions(begunAt, heldAt, at, stoppedAt, jobs, reused);
    }

    PipelineInterventions stopped(Instant at) {
        return new PipelineInterventions(begunAt, heldAt, finishedAt, at, jobs, reused);
    }

    PipelineInterventions job(JobKey key, JobEnd end) {
        var more = new HashMap<>(jobs);
        more.put(key, end);
        return new PipelineInterventions(begunAt, heldAt, finishedAt, stoppedAt, more, reused);
    }
}
