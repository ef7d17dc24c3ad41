-- What channels asked for in Slack. branch, file and results are empty for all; the id is made of the channel, the project and these.
CREATE TABLE subscription (
    id VARCHAR(64) PRIMARY KEY,
    channel VARCHAR(64) NOT NULL,
    project_id VARCHAR(64) NOT NULL,
    project VARCHAR(512) NOT NULL,
    branch VARCHAR(512) NOT NULL,
    file VARCHAR(512) NOT NULL,
    results VARCHAR(200) NOT NULL,
    live BOOLEAN NOT NULL,
    threads BOOLEAN NOT NULL,
    maker_id VARCHAR(64) NOT NULL,
    maker VARCHAR(512) NOT NULL,
    made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX subscription_channel ON subscription (channel);
CREATE INDEX subscription_project ON subscription (project_id);

-- Where posting failed; since is null once it worked again. told_at says when people last heard of it.
CREATE TABLE paused_channel (
    channel VARCHAR(64) PRIMARY KEY,
    why VARCHAR(1000) NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE,
    told_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- What was shown in a channel because of a subscription.
CREATE TABLE announced (
    channel VARCHAR(64) NOT NULL,
    pipeline_id VARCHAR(64) NOT NULL,
    workflow_id VARCHAR(64) NOT NULL,
    announced_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (channel, pipeline_id)
);
CREATE INDEX announced_pipeline ON announced (pipeline_id);
CREATE INDEX announced_workflow ON announced (channel, workflow_id);
