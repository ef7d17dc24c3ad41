-- of which promotion the failed deploy was, and whether a later one passed, after which nothing is gone back to
ALTER TABLE last_good ADD COLUMN project_id VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE last_good ADD COLUMN superseded BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX last_good_project ON last_good (project_id, superseded);
