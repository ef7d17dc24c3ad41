-- when the latest update whose answer was lost has reached Slack or never will; until then it may land on a newer one
alter table cards add column landed_by timestamp(6) with time zone;
create index cards_landed on cards (landed_by);
