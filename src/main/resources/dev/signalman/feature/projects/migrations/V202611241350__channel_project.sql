-- Which project, and perhaps which of its branches, a channel means when it names none.
CREATE TABLE channel_project (
    channel VARCHAR(64) PRIMARY KEY,
    project VARCHAR(512) NOT NULL,
    branch VARCHAR(1024)
);
