-- doctor asks when the last command and the last event came; of the latter there may be few among very many rows
create index inbox_origin on inbox (origin, taken);
