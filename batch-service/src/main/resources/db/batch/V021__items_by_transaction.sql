-- Who watches a job is told of its items in the order of the transactions in which they ended: a moment is given when a
-- transaction begins, and may have been told of before it is there.
alter table item add column ended_in xid8;
update item set ended_in = '1' where ended is not null;

drop index item_ended;
create index item_ended on item (job, ended_in, position) where ended is not null;
