-- That somebody went ahead alone with a request: who, why, and of whom two must look at it. closed_at is null until they have;
-- version counts its changes, each of which says from which version it starts.
CREATE TABLE approval_glass (
    n INTEGER PRIMARY KEY REFERENCES approval_request (n),
    version INTEGER NOT NULL,
    by_id VARCHAR(64) NOT NULL,
    by_name VARCHAR(512) NOT NULL,
    by_team VARCHAR(64),
    because VARCHAR NOT NULL,
    broken_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    reviewers VARCHAR NOT NULL,
    closed_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX approval_glass_closed ON approval_glass (closed_at);

-- Who found it right.
CREATE TABLE approval_clearance (
    n INTEGER NOT NULL REFERENCES approval_glass (n),
    user_id VARCHAR(64) NOT NULL,
    name VARCHAR(512) NOT NULL,
    because VARCHAR,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (n, user_id)
);
