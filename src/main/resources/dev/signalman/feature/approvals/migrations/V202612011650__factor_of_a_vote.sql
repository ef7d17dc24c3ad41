-- The second factor whose code was given with a vote; null for none.
ALTER TABLE approval_vote ADD COLUMN factor_id VARCHAR(64);
