-- in which order the promotions of a project were first seen: staging usually comes before production
ALTER TABLE known_promotion ADD COLUMN place INTEGER DEFAULT 0 NOT NULL;
