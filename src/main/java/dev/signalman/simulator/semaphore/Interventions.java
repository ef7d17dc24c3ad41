package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a pipeline that its plan did not foresee.
 *
 * @param begunAt its blocks start here rather than when planned
 * @param heldAt what has not ended by then waits to be told
 * @param finishedAt whatever is left ends here, as planned
 * @param stoppedAt somebody stopped it
 * @param jobs ends of single jobs
 * @param reused blocks that passed in the pipeline that this one rebuilds
 */
record Interventions(
        @Nullable Instant begunAt,
        @Nullable Instant heldAt,
        @Nullable Instant finishedAt,
        @Nullable Instant stoppedAt,
        Map<JobKey, JobEnd> jobs,
        Map<String, BlockTimes> reused) {

    /** A job that ends otherwise than planned. */
    record JobEnd(
            Instant at,
            Outcome outcome,
            int exitCode,
            @Nullable String log) {}

    Interventions {
        jobs = Map.copyOf(jobs);
        reused = Map.copyOf(reused);
    }

    /** Blocks that passed are not run at all; of the others the jobs that passed are copied, and pass as their block starts. */
    static Interventions reusing(Map<String, BlockTimes> passed, Map<JobKey, JobEnd> copied) {
        return new Interventions(null, null, null, null, copied, passed);
    }

    Interventions begun(Instant at) {
        return new Interventions(at, heldAt, finishedAt, stoppedAt, jobs, reused);
    }

    Interventions held(Instant at) {
        return new Interventions(begunAt, at, finishedAt, stoppedAt, jobs, reused);
    }

    Interventions finished(Instant at) {
        return new Interventions(begunAt, heldAt, at, stoppedAt, jobs, reused);
    }

    Interventions stopped(Instant at) {
        return new Interventions(begunAt, heldAt, finishedAt, at, jobs, reused);
    }

    Interventions job(JobKey key, JobEnd end) {
        var more = new HashMap<>(jobs);
        more.put(key, end);
        return new Interventions(begunAt, heldAt, finishedAt, stoppedAt, more, reused);
    }
}
