-- when the wait until closed_until was asked for, to know one that a clock asked for which was set back since
alter table update_budget add column closed_at timestamp(6) with time zone;
