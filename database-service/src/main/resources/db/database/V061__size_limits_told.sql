-- That a database has outgrown its limit is told once, whoever measures it and however often.
alter table database_record add column over_limit boolean not null default false;
