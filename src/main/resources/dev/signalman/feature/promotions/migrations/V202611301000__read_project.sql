-- When the promotions of a project's recent pipelines were read last: once when it is first met, and when an unknown name is asked for.
CREATE TABLE read_project (
    project_id VARCHAR(64) PRIMARY KEY,
    read_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
