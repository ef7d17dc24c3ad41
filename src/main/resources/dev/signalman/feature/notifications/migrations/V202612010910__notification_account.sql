-- The Semaphore account as which the bot made a notification last: the bot's own, which no call names. One row at most.
CREATE TABLE notification_account (
    account VARCHAR(64) PRIMARY KEY
);
