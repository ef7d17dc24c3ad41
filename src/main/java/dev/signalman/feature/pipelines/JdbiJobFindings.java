package dev.signalman.feature.pipelines;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Job;
import dev.signalman.domain.JobFinding;
import dev.signalman.port.JobFindings;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Stores what was read of pipelines' jobs, in the table {@code job_finding}. Rows expire after 60 days, like cards. */
final class JdbiJobFindings implements JobFindings {
    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    JdbiJobFindings(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What is known of a pipeline's jobs, by their ids. */
    Map<String, JobFinding> of(String pipelineId) {
        var all = new HashMap<String, JobFinding>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT job_id, started_at, finished_at, exit_code, history
                        FROM job_finding
                        WHERE pipeline_id = :pipeline
                        """)
                .bind("pipeline", pipelineId)
                .map(row -> Map.entry(
                        row.getColumn("job_id", String.class),
                        new JobFinding(
                                row.getColumn("started_at", Instant.class),
                                row.getColumn("finished_at", Instant.class),
                                row.getColumn("exit_code", Integer.class),
                                row.getColumn("history", String.class))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue())));
        return Map.copyOf(all);
    }

    /** Stores when jobs ran. */
    RowChange ran(String pipelineId, List<Job> jobs) {
        return handle -> jobs.forEach(
                job -> change(handle, pipelineId, job.id(), "started_at = :started, finished_at = :finished")
                        .bind("started", job.started())
                        .bind("finished", job.finished())
                        .execute());
    }

    @Override
    public RowChange failed(String pipelineId, String jobId, @Nullable Integer exitCode, String history) {
        return handle -> change(handle, pipelineId, jobId, "exit_code = :exit, history = :history")
                .bind("exit", exitCode)
                .bind("history", history)
                .execute();
    }

    /** Inserts the row first, so that of two writers neither is lost. */
    private Update change(Handle handle, String pipelineId, String jobId, String set) {
        handle.createUpdate("""
                        INSERT INTO job_finding (pipeline_id, job_id, found_at)
                        VALUES (:pipeline, :job, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("pipeline", pipelineId)
                .bind("job", jobId)
                .bind("now", clock.instant())
                .execute();
        return handle.createUpdate("UPDATE job_finding SET " + set + " WHERE pipeline_id = :pipeline AND job_id = :job")
                .bind("pipeline", pipelineId)
                .bind("job", jobId);
    }
}
