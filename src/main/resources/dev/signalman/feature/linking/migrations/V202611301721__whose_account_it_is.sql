-- Which account of Semaphore acted with whose token. It holds no token, and says who must not vote, never who may.
CREATE TABLE linked_account (
    account VARCHAR(64) NOT NULL,
    user_id VARCHAR(64) NOT NULL,
    seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (account, user_id)
);
