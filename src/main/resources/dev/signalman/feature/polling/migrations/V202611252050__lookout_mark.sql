-- how far a project was looked through, by each of the two moments of a pipeline
create table lookout_mark (
    project_id varchar not null,
    moment varchar not null,
    from_time timestamp(6) with time zone not null,
    seen timestamp(6) with time zone not null,
    looked timestamp(6) with time zone not null,
    primary key (project_id, moment)
);
