-- how many deploys had failed since the last one that passed, when the request was made
ALTER TABLE approval_request ADD COLUMN ships_failures INTEGER DEFAULT 0 NOT NULL;
