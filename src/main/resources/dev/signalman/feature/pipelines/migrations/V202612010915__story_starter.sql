-- Slack's id of the person who started the pipeline through the bot
ALTER TABLE pipeline_story ADD COLUMN started_by VARCHAR(64);
