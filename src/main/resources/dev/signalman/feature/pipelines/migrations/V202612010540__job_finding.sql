-- what was read of a pipeline's jobs for its card: when each ran, how it failed, and how it ended in earlier runs
CREATE TABLE job_finding (
    pipeline_id VARCHAR(64) NOT NULL,
    job_id VARCHAR(64) NOT NULL,
    started_at TIMESTAMP(6) WITH TIME ZONE,
    finished_at TIMESTAMP(6) WITH TIME ZONE,
    exit_code INTEGER,
    history VARCHAR DEFAULT '' NOT NULL,
    found_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (pipeline_id, job_id)
);
CREATE INDEX job_finding_found ON job_finding (found_at);
