-- what is looked for by its kind is rare: the last row of the rules' file, and those that vouch for others
create index ledger_kind on ledger (kind, number);
