-- People's second factors, encrypted; the key is in the environment alone. user_id goes into the encryption. wrong counts wrong codes
-- since the last right one.
CREATE TABLE second_factor (
    id VARCHAR(64) PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL UNIQUE,
    sealed BYTEA NOT NULL,
    set_up_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    counts_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    wrong INTEGER NOT NULL,
    paused_until TIMESTAMP(6) WITH TIME ZONE
);

-- A factor that was shown to its owner, who has not given a code of it yet.
CREATE TABLE offered_factor (
    id VARCHAR(64) PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL UNIQUE,
    sealed BYTEA NOT NULL,
    offered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Codes that were given, by the number of their half minute: each counts once. form is Slack's id of the form, line_hash of the
-- command for which it counts.
CREATE TABLE spent_code (
    user_id VARCHAR(64) NOT NULL,
    step BIGINT NOT NULL,
    factor_id VARCHAR(64) NOT NULL,
    form VARCHAR(200) NOT NULL,
    line_hash VARCHAR(64) NOT NULL,
    spent_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (user_id, step)
);

-- Who confirmed that a factor belongs to its owner.
CREATE TABLE factor_voucher (
    factor_id VARCHAR(64) NOT NULL REFERENCES second_factor (id) ON DELETE CASCADE,
    user_id VARCHAR(64) NOT NULL,
    vouched_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (factor_id, user_id)
);
