-- what the act was judged by, for the ledger
alter table acts add column rules varchar;
