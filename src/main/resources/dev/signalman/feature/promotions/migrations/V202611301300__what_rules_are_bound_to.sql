-- The project for which a name in the rules stands: the one that had it when the rules first met it.
CREATE TABLE ruled_project (
    name VARCHAR(512) PRIMARY KEY,
    project_id VARCHAR(64) NOT NULL
);

-- The pipeline files that promotions were seen to start. promotion_key is the name as rules compare it.
CREATE TABLE started_file (
    project_id VARCHAR(64) NOT NULL,
    promotion_key VARCHAR(500) NOT NULL,
    file VARCHAR(1000) NOT NULL,
    PRIMARY KEY (project_id, promotion_key, file)
);
