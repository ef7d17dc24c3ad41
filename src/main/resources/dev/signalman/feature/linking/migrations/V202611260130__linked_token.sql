-- People's own tokens, encrypted; the key is in the environment alone. team_id and user_id go into the encryption.
CREATE TABLE linked_token (
    id VARCHAR(64) PRIMARY KEY,
    team_id VARCHAR(64) NOT NULL,
    user_id VARCHAR(64) NOT NULL,
    sealed BYTEA NOT NULL,
    linked_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (team_id, user_id)
);

-- Tokens that came out of a form and were tried, between the answer to Slack and the handling of the command.
CREATE TABLE offered_token (
    id VARCHAR(64) PRIMARY KEY,
    team_id VARCHAR(64) NOT NULL,
    user_id VARCHAR(64) NOT NULL,
    sealed BYTEA NOT NULL,
    projects INTEGER NOT NULL,
    offered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- With whose token an act is done, so that each attempt uses the same one. link_id is null for the bot's own; why says then
-- why it is not the person's, and is empty where it never was to be.
CREATE TABLE act_token_choice (
    act_token VARCHAR(200) PRIMARY KEY,
    link_id VARCHAR(64),
    why VARCHAR(200) NOT NULL,
    picks INTEGER NOT NULL,
    picked_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
