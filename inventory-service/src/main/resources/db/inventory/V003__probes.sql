-- Every host is looked at again and again: when next, and by whom at the moment. A lease that ends belongs to nobody.
create table probe (
    host     uuid primary key references host on delete cascade,
    due_at   timestamptz not null,
    misses   integer     not null,
    lease    uuid,
    leased_until timestamptz
);

create index probe_due on probe (due_at);
