-- One row a promotion of a project that was ever locked or judged; lock_id is null while nothing holds it. promotion_key is the
-- name without case and odd spaces, promotion the name as people write it.
CREATE TABLE promotion_lock (
    project_id VARCHAR(64) NOT NULL,
    promotion_key VARCHAR(500) NOT NULL,
    lock_id VARCHAR(64),
    project VARCHAR(512),
    promotion VARCHAR(4000),
    holder_id VARCHAR(64),
    holder VARCHAR(512),
    since TIMESTAMP(6) WITH TIME ZONE,
    ends TIMESTAMP(6) WITH TIME ZONE,
    reason VARCHAR(4000),
    channel VARCHAR(64),
    thread VARCHAR(64),
    PRIMARY KEY (project_id, promotion_key)
);
CREATE UNIQUE INDEX promotion_lock_id ON promotion_lock (lock_id);
