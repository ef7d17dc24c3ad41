-- one row for each pipeline that some card shows, until a day after its end, and one for each project of such pipelines;
-- next_look is null once a pipeline is done, owner is null unless somebody looks right now
create table watches (
    kind varchar not null,
    id varchar not null,
    project_id varchar not null,
    workflow_id varchar,
    since timestamp(6) with time zone not null,
    kept_until timestamp(6) with time zone,
    next_look timestamp(6) with time zone,
    seen varchar not null,
    misses integer not null,
    owner varchar,
    primary key (kind, id)
);
create index watches_due on watches (next_look);
create index watches_project on watches (project_id);
