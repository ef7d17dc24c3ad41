-- The reference that a run was asked for, as refs/heads/main: Semaphore tells it only once it has asked the git host.
ALTER TABLE pipeline_story ADD COLUMN reference VARCHAR(5000);
