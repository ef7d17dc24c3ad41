-- Builds that were announced outside threads. burst is null unless many came at once; carded says whether the build has a
-- message of its own; result is null until the build is done.
CREATE TABLE burst_build (
    channel VARCHAR(64) NOT NULL,
    pipeline_id VARCHAR(64) NOT NULL,
    project_id VARCHAR(64) NOT NULL,
    workflow_id VARCHAR(64) NOT NULL,
    burst VARCHAR(64),
    carded BOOLEAN NOT NULL,
    result VARCHAR(16),
    branch VARCHAR(512) NOT NULL,
    commit_id VARCHAR(64) NOT NULL,
    title VARCHAR(512) NOT NULL,
    author VARCHAR(512) NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    added_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (channel, pipeline_id)
);
CREATE INDEX burst_build_lately ON burst_build (channel, project_id, added_at);
CREATE INDEX burst_build_burst ON burst_build (channel, burst);
CREATE INDEX burst_build_age ON burst_build (added_at);

-- Many builds of a project in a channel within a minute, which share a message. over says that the message is final.
CREATE TABLE burst (
    channel VARCHAR(64) NOT NULL,
    id VARCHAR(64) NOT NULL,
    project_id VARCHAR(64) NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    over BOOLEAN NOT NULL,
    PRIMARY KEY (channel, id)
);
CREATE INDEX burst_project ON burst (channel, project_id, over);
