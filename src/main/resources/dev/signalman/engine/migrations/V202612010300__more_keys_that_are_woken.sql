-- what the last wake tells its reconciler besides; until when whoever woke the key can be answered through Slack's response_url; and
-- the act that a key waits for, by the invocation that does it
ALTER TABLE watches ADD COLUMN note varchar;
ALTER TABLE watches ADD COLUMN response_url varchar;
ALTER TABLE watches ADD COLUMN asked_at timestamp(6) with time zone;
ALTER TABLE watches ADD COLUMN act varchar;
CREATE INDEX watches_act ON watches (act);
CREATE INDEX watches_asked ON watches (asked_at);

-- what an older version still wanted to say to itself is woken now. Lines look like
--   observe <pipeline> promotion=<name> reason="…" since=… act=<token> attempt=<n>
-- where all but the pipeline and the attempt may be missing; a promotion whose act is not named is found with its project
INSERT INTO watches (kind, id, since, next_look, seen, misses, wakes, note, response_url, asked_at,
    user_id, user_name, team_id, channel, thread)
SELECT
    CASE
        WHEN verb = 'notice' THEN 'PROMOTED_PIPELINE'
        WHEN verb = 'ensure-stopped' THEN 'WRONG_DEPLOY'
        WHEN verb = 'compare' THEN 'RUN'
        WHEN verb = 'pause' THEN 'CHANNEL'
        WHEN act > 0 THEN 'PROMOTION'
        ELSE 'PIPELINE_CARD'
    END,
    CASE
        WHEN act > 0 THEN replace(substring(rest, act + 5, position(' ' IN substring(rest, act + 5)) - 1), '"', '')
        WHEN verb = 'observe' AND thread IS NULL THEN subject || ' ' || channel
        WHEN verb = 'observe' THEN subject || ' ' || channel || ' ' || thread
        ELSE subject
    END,
    taken, current_timestamp, '', 0, 1,
    CASE
        WHEN verb = 'compare' THEN trim(replace(substring(rest, 1, attempt - 1), '"', ''))
        WHEN verb = 'pause' AND rest LIKE 'why=%' THEN replace(trim(substring(rest, 5)), '"', '')
        WHEN reason = 0 OR (act = 0 AND rest LIKE 'promotion=%') THEN ''
        ELSE trim(replace(substring(rest, reason + 7,
            CASE WHEN since > 0 THEN since WHEN act > 0 THEN act ELSE attempt END - reason - 7), '"', ''))
    END,
    response_url, taken, user_id, user_name, team_id,
    CASE WHEN verb = 'refresh' THEN '' ELSE channel END,
    CASE WHEN verb = 'refresh' THEN NULL ELSE thread END
FROM (
    SELECT words.*,
        position(' reason=' IN ' ' || rest) AS reason, position(' since=' IN rest) AS since, position(' act=' IN rest) AS act,
        position(' attempt=' IN ' ' || rest) AS attempt
    FROM (
        SELECT said.*, substring(after, 1, position(' ' IN after) - 1) AS subject, substring(after, position(' ' IN after) + 1) AS rest
        FROM (
            SELECT inbox.*, substring(line, 1, position(' ' IN line) - 1) AS verb, substring(line, position(' ' IN line) + 1) || ' ' AS after
            FROM inbox
            WHERE due_at IS NOT NULL AND origin = 'itself' AND (line LIKE 'observe %' OR line LIKE 'refresh %' OR line LIKE 'notice %'
                OR line LIKE 'pause %' OR line LIKE 'compare %' OR line LIKE 'ensure-stopped %')
        ) said
    ) words
) parts
ON CONFLICT DO NOTHING;
UPDATE inbox SET due_at = NULL, owner = NULL, response_url = NULL, finished_at = current_timestamp
WHERE due_at IS NOT NULL AND origin = 'itself' AND (line LIKE 'observe %' OR line LIKE 'refresh %' OR line LIKE 'notice %'
    OR line LIKE 'pause %' OR line LIKE 'compare %' OR line LIKE 'ensure-stopped %' OR line LIKE 'home %');
UPDATE inbox SET line = CASE WHEN line LIKE '% blank=yes %' THEN 'home blank' ELSE 'home' END
WHERE due_at IS NOT NULL AND origin = 'noticed' AND line LIKE 'home %';
