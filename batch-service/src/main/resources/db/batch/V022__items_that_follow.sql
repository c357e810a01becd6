-- Items may wait for earlier ones of their job, and use what was answered to those.
alter table item add column after int[];
alter table item add column blocked boolean not null default false;
alter table item add column keeps boolean not null default false;
alter table item add column answer bytea;

create index item_blocked on item (job) where blocked and state = 'queued';
