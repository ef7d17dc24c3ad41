-- what to go back to after a deploy failed: the line that promotes the last good one again, as a button holds it
CREATE TABLE last_good (
    pipeline_id VARCHAR(64) PRIMARY KEY,
    line VARCHAR NOT NULL,
    commit_sha VARCHAR(64) NOT NULL,
    deployed_at TIMESTAMP(6) WITH TIME ZONE,
    found_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX last_good_found ON last_good (found_at);
