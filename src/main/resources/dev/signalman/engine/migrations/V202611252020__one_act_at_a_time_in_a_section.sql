-- a row stands here while its act is open
create table sections (
    name varchar primary key,
    invocation_id varchar not null unique
);

-- kept after the act is settled, for whoever decided before that
alter table acts add column section varchar;
create index acts_section on acts (section);
