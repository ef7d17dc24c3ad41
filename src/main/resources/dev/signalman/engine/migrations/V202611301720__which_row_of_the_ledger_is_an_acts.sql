-- what becomes of an act later is a row of its own, which names the act's
alter table acts add column ledger_row bigint;
alter table acts add column ledger_line varchar;
create index acts_token on acts (token);
