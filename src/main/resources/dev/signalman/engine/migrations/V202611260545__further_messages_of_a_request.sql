-- Messages about a request beside its one card in its channel: which request, and a word of what kind of message it is, by which all
-- of that kind are brought up to date.
alter table cards add column request integer;
alter table cards add column topic varchar(40);
create index cards_of_a_request on cards (request);
