-- Promotions that ran, one row each, whoever made them. act is the invocation that promoted, null for what went past the bot; no act
-- stands for two promotions.
CREATE TABLE promotion_record (
    pipeline_id VARCHAR(64) PRIMARY KEY,
    parent_id VARCHAR(64) NOT NULL,
    project_id VARCHAR(64) NOT NULL,
    promotion VARCHAR(4000) NOT NULL,
    triggered_at TIMESTAMP(6) WITH TIME ZONE,
    way VARCHAR(20) NOT NULL,
    who VARCHAR(512) NOT NULL,
    account VARCHAR(512),
    act VARCHAR(512) UNIQUE,
    noted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX promotion_record_project ON promotion_record (project_id, triggered_at);
CREATE INDEX promotion_record_parent ON promotion_record (parent_id);

-- Who agreed to a promotion, by name.
CREATE TABLE promotion_agreed (
    pipeline_id VARCHAR(64) NOT NULL REFERENCES promotion_record (pipeline_id),
    place INTEGER NOT NULL,
    name VARCHAR(512) NOT NULL,
    PRIMARY KEY (pipeline_id, place)
);

-- What people are called at the git host, by their account in Semaphore, as pipelines told it.
CREATE TABLE semaphore_login (
    account VARCHAR(64) PRIMARY KEY,
    login VARCHAR(512) NOT NULL
);
