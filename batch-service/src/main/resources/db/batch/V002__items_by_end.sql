-- Who watches a job is told of its items in the order in which they ended.
create index item_ended on item (job, ended, position) where ended is not null;
