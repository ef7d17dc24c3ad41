-- Deploys that asked at the gate, one row each. state is ASKED until the first answer, WAITS while a request is open, then OPEN or
-- CLOSED for good.
CREATE TABLE gate_visit (
    pipeline_id VARCHAR(64) PRIMARY KEY,
    asked_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    state VARCHAR(20) NOT NULL,
    words VARCHAR NOT NULL,
    decided_at TIMESTAMP(6) WITH TIME ZONE
);

-- Pipelines that runs, reruns and rebuilds through the bot started.
CREATE TABLE judged_start (
    pipeline_id VARCHAR(64) PRIMARY KEY,
    act VARCHAR(512) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
