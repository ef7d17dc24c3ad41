-- Requests for approval: what is asked, pinned, and how it stands. open_key is what may be asked once at a time, null when it has
-- ended; version counts its changes, each of which says from which version it starts.
CREATE SEQUENCE approval_number START WITH 1;

CREATE TABLE approval_request (
    n INTEGER PRIMARY KEY,
    state VARCHAR(20) NOT NULL,
    version INTEGER NOT NULL,
    open_key VARCHAR(64) UNIQUE,
    line VARCHAR NOT NULL,
    project_id VARCHAR(64) NOT NULL,
    project VARCHAR(512) NOT NULL,
    pipeline_id VARCHAR(64) NOT NULL,
    ref VARCHAR(512) NOT NULL,
    commit_sha VARCHAR(64) NOT NULL,
    commit_title VARCHAR NOT NULL,
    commit_author VARCHAR NOT NULL,
    commit_url VARCHAR,
    requester_id VARCHAR(64) NOT NULL,
    requester VARCHAR(512) NOT NULL,
    requester_team VARCHAR(64),
    channel VARCHAR(64) NOT NULL,
    thread VARCHAR(64),
    shown_channel VARCHAR(64) NOT NULL,
    shown_thread VARCHAR(64),
    opened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ships_since TIMESTAMP(6) WITH TIME ZONE,
    ships_url VARCHAR,
    ships_total INTEGER NOT NULL,
    ships_exact BOOLEAN NOT NULL,
    granted_by VARCHAR(200),
    granted_at TIMESTAMP(6) WITH TIME ZONE,
    deploy_id VARCHAR(64),
    deploy_workflow_id VARCHAR(64),
    lasted_seconds BIGINT,
    ended_at TIMESTAMP(6) WITH TIME ZONE,
    ended_by_id VARCHAR(64),
    ended_by VARCHAR(512),
    words VARCHAR
);
CREATE INDEX approval_request_state ON approval_request (state);
CREATE INDEX approval_request_pipeline ON approval_request (pipeline_id);

-- What would ship, the newest first, as it was when it was asked.
CREATE TABLE approval_change (
    n INTEGER NOT NULL REFERENCES approval_request (n),
    place INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    commit_sha VARCHAR(64) NOT NULL,
    author VARCHAR NOT NULL,
    PRIMARY KEY (n, place)
);

-- The last vote of each person.
CREATE TABLE approval_vote (
    n INTEGER NOT NULL REFERENCES approval_request (n),
    user_id VARCHAR(64) NOT NULL,
    name VARCHAR(512) NOT NULL,
    approves BOOLEAN NOT NULL,
    because VARCHAR,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (n, user_id)
);
