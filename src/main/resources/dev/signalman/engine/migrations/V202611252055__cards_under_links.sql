-- the link under which a card is shown; null for all others
alter table cards add column link varchar;
