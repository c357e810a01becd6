-- A job may be worth nothing unless so many of its items are done: what was done is then undone.
alter table job add column policy text not null default 'best_effort';
alter table job add column needed int not null default 0;

-- Since when it is tried to undo what the item has done.
alter table item add column undone_from timestamptz;
