-- server: the deployment target of that name is deactivated too. how, taken_from and remarks are what its card says again.
ALTER TABLE promotion_lock ADD COLUMN server BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE promotion_lock ADD COLUMN how VARCHAR(16);
ALTER TABLE promotion_lock ADD COLUMN taken_from VARCHAR(512);
ALTER TABLE promotion_lock ADD COLUMN remarks VARCHAR(4000);

-- One row a deployment target that is deactivated for locks or freezes, was about to be, or could not be. act is the invocation that
-- asked Semaphore last; words say why Semaphore refused, and it is not asked again before retry_at.
CREATE TABLE barred_target (
    target_id VARCHAR(64) PRIMARY KEY,
    project_id VARCHAR(64) NOT NULL,
    project VARCHAR(512) NOT NULL,
    target VARCHAR(512) NOT NULL,
    promotion_key VARCHAR(500) NOT NULL,
    state VARCHAR(16) NOT NULL,
    act VARCHAR(255),
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    words VARCHAR(4000),
    retry_at TIMESTAMP(6) WITH TIME ZONE,
    version INT NOT NULL
);
CREATE INDEX barred_target_promotion ON barred_target (project_id, promotion_key);
