-- Tokens with which agents ask for their owners. hash is the SHA-256 of a token with 256 random bits, in hexadecimal.
CREATE TABLE agent_token (
    id VARCHAR(64) PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL,
    name VARCHAR(40) NOT NULL,
    hash VARCHAR(64) NOT NULL UNIQUE,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP(6) WITH TIME ZONE,
    UNIQUE (user_id, name)
);

-- Answers to agents, in words, until the calls that asked have taken them. n orders the answers to one invocation.
CREATE TABLE agent_answer (
    invocation_id VARCHAR(512) NOT NULL,
    n INTEGER NOT NULL,
    words VARCHAR NOT NULL,
    refused BOOLEAN NOT NULL,
    answered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (invocation_id, n)
);
CREATE INDEX agent_answer_answered_at ON agent_answer (answered_at);
