-- The count of wanted with which the buttons went last, while something came of that press; drawings before it had those buttons.
alter table cards add column disarmed integer default 0 not null;
