CREATE TABLE pipeline_story (
    pipeline_id VARCHAR(64) PRIMARY KEY,
    words VARCHAR(4000) NOT NULL
);
