CREATE TABLE known_promotion (
    project_id VARCHAR(64) NOT NULL,
    file VARCHAR(1000) NOT NULL,
    name VARCHAR(500) NOT NULL,
    PRIMARY KEY (project_id, file, name)
);
