-- beside pipelines and projects, whatever else is compared with what should be: a row is woken, and looked at on behalf of
-- whoever woke it last; wakes counts how often, so that none is lost that comes during a look
alter table watches alter column project_id drop not null;
alter table watches add column wakes integer default 0 not null;
alter table watches add column user_id varchar;
alter table watches add column user_name varchar;
alter table watches add column team_id varchar;
alter table watches add column channel varchar;
alter table watches add column thread varchar;
-- what an older version still wanted to say to itself; what it wanted to tend is found by the next round
insert into watches (kind, id, since, next_look, seen, misses, wakes, user_id, user_name, team_id, channel, thread)
select case when line like 'recall %' then 'BREAK_GLASS' when line like 'lapse %' or line like 'nag %' then 'LOCK' else 'REQUEST' end,
    substring(rest, 1, position(' ' in rest) - 1), taken, current_timestamp, '', 0, 1, user_id, user_name, team_id, channel, thread
from (
    select i.*, substring(line, position(' ' in line) + 1) || ' ' as rest from inbox i
    where due_at is not null and (line like 'lapse %' or line like 'nag %' or line like 'expire %' or line like 'remind %'
        or line like 'follow %' or line like 'recall %')
) said
on conflict do nothing;
update inbox set due_at = null, owner = null, finished_at = current_timestamp
where due_at is not null and (line like 'tend %' or line like 'lapse %' or line like 'nag %' or line like 'expire %'
    or line like 'remind %' or line like 'follow %' or line like 'recall %');
