-- Where what is pressed on the tab is said, and when it was opened, so that what somebody does is seen there at once.
alter table home_visit add column channel varchar(64);
alter table home_visit add column opened_at timestamp(6) with time zone;
