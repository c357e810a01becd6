-- Something whose changes are told.
create table thing (name text primary key, version int not null);
