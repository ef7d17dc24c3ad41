-- the card that a grant is for, until it is sent: then the grant counts from that moment
alter table update_grants add column card_key varchar;
