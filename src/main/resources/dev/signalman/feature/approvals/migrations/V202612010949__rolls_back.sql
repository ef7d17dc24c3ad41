-- whether the commit is older than what is live; then ships_total counts the changes that go
ALTER TABLE approval_request ADD COLUMN rolls_back BOOLEAN DEFAULT FALSE NOT NULL;
