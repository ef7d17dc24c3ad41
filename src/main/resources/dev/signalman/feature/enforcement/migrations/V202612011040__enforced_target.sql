-- One row a deployment target whose rules the bot keeps. wanted is what the rules were meant to be when the bot last saw or made them
-- so; act is the invocation that asked Semaphore last; words say why Semaphore refused, and it is not asked again before retry_at.
CREATE TABLE enforced_target (
    target_id VARCHAR(64) PRIMARY KEY,
    project_id VARCHAR(64) NOT NULL,
    project VARCHAR(512) NOT NULL,
    target VARCHAR(512) NOT NULL,
    state VARCHAR(16) NOT NULL,
    wanted VARCHAR NOT NULL,
    act VARCHAR(255),
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    words VARCHAR(4000),
    retry_at TIMESTAMP(6) WITH TIME ZONE,
    version INT NOT NULL
);

-- The account of the bot's token, as Semaphore named it. token is a digest, so that another token is looked up anew.
CREATE TABLE own_account (
    token VARCHAR(64) PRIMARY KEY,
    account VARCHAR(64) NOT NULL,
    learnt TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
