-- the newest opening of somebody's home tab; the tab is kept up to date for it alone
create table home_visit (
    user_id varchar primary key,
    visit varchar not null
);
