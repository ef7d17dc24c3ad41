-- A person may have one factor of each kind: an authenticator app (CODE), a passkey (PASSKEY). credential is the SHA-256 of a
-- passkey's id, uses its counter of signatures.
CREATE TABLE factor_of_a_kind (
    id VARCHAR(64) PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL,
    kind VARCHAR(16) DEFAULT 'CODE' NOT NULL,
    sealed BYTEA NOT NULL,
    set_up_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    counts_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    wrong INTEGER NOT NULL,
    paused_until TIMESTAMP(6) WITH TIME ZONE,
    credential VARCHAR(64),
    uses BIGINT DEFAULT 0 NOT NULL,
    UNIQUE (user_id, kind)
);

INSERT INTO factor_of_a_kind (id, user_id, kind, sealed, set_up_at, counts_at, wrong, paused_until)
SELECT id, user_id, 'CODE', sealed, set_up_at, counts_at, wrong, paused_until FROM second_factor;

CREATE TABLE voucher_of_a_factor (
    factor_id VARCHAR(64) NOT NULL REFERENCES factor_of_a_kind (id) ON DELETE CASCADE,
    user_id VARCHAR(64) NOT NULL,
    vouched_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (factor_id, user_id)
);

INSERT INTO voucher_of_a_factor (factor_id, user_id, vouched_at)
SELECT factor_id, user_id, vouched_at FROM factor_voucher;

DROP TABLE factor_voucher;
DROP TABLE second_factor;
ALTER TABLE factor_of_a_kind RENAME TO second_factor;
ALTER TABLE voucher_of_a_factor RENAME TO factor_voucher;

ALTER TABLE offered_factor ADD COLUMN kind VARCHAR(16) DEFAULT 'CODE' NOT NULL;
ALTER TABLE offered_factor ADD COLUMN credential VARCHAR(64);
ALTER TABLE offered_factor ADD COLUMN uses BIGINT DEFAULT 0 NOT NULL;

-- Pages that were opened to add or use a passkey, by the id in their address. Each has one challenge at a time, and is spent once:
-- with proof_hash, the factor and the hash of the command for which it counts. refused says what was wrong with the last of tries.
CREATE TABLE passkey_page (
    page VARCHAR(64) PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL,
    asked VARCHAR(4000) NOT NULL,
    challenge BYTEA NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    spent_at TIMESTAMP(6) WITH TIME ZONE,
    proof_hash VARCHAR(64),
    factor_id VARCHAR(64),
    line_hash VARCHAR(64),
    tries INTEGER DEFAULT 0 NOT NULL,
    refused VARCHAR(300)
);

CREATE INDEX passkey_page_expires ON passkey_page (expires_at);
