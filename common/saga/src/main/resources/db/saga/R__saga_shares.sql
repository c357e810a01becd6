-- Whom a workflow counts for, so that a thousand of one project do not make the single one of another wait.
-- Repeatable, since the numbers of the services' own migrations have gone past those of this one.
alter table saga add column if not exists share text not null default '';

drop index if exists saga_open;
create index if not exists saga_open_of_share on saga (share, due) where ended is null;
