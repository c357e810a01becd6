-- What was changed on a host must be known for as long as it may have to be undone, and what was declared for as long as it holds.
create table preparation (
    id            uuid        primary key,
    host          uuid        not null references host on delete cascade,
    host_name     text        not null,
    wish          jsonb       not null,
    state         text        not null,
    reason        text,
    host_is       text,
    steps         jsonb       not null,
    changes       jsonb       not null,
    cancel_wanted boolean     not null default false,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    ended_at      timestamptz
);

create index preparation_host on preparation (host, created_at);
create index preparation_newest on preparation (created_at, id);

-- Which preparation holds on a host, and what differs from it.
create table standard (
    host        uuid        primary key references host on delete cascade,
    preparation uuid        not null references preparation on delete cascade,
    changes     jsonb       not null default '[]',
    trouble     text,
    checked_at  timestamptz,
    due_at      timestamptz not null
);

create index standard_due on standard (due_at);
