-- Who was sent the card of a request in a direct message; nobody where approvers are mentioned, or not told at all.
CREATE TABLE approval_told (
    n INTEGER NOT NULL REFERENCES approval_request (n),
    user_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (n, user_id)
);
