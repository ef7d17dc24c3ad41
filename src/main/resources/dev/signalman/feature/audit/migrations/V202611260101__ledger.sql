-- rows are added and never changed; nothing here is ever purged
create table ledger (
    number bigint primary key,
    recorded_at timestamp(6) with time zone not null,
    kind varchar not null,
    user_id varchar not null,
    user_name varchar not null,
    team_id varchar,
    account varchar,
    channel varchar,
    thread varchar,
    line varchar not null,
    rules varchar,
    outcome varchar not null,
    words varchar not null,
    encoding integer not null,
    key_id varchar,
    previous varchar not null unique,
    hash varchar not null
);
create index ledger_channel on ledger (channel, number);

-- its one row is locked by whoever appends, and says where the ledger ends
create table ledger_head (
    one integer primary key check (one = 1),
    number bigint not null,
    hash varchar not null
);
insert into ledger_head (one, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
