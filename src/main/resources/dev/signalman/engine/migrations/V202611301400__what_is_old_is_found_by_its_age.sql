-- for the purge, and for what is told of the last day; without these each of its steps reads the whole table
create index inbox_finished on inbox (finished_at desc);
create index cards_age on cards (kind, made_at);
create index watches_kept on watches (kept_until);
