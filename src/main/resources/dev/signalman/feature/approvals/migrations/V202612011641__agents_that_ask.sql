-- The agent that asked for the requester; null where they asked themselves.
ALTER TABLE approval_request ADD COLUMN agent VARCHAR(40);
