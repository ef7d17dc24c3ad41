-- Channels in which the bot was seen to be a member. A public one takes its messages all the same, so only this tells one that it has left
-- from one that it was never in.
CREATE TABLE joined_channel (
    channel VARCHAR(64) PRIMARY KEY
);
