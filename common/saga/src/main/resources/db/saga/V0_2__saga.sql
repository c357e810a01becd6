-- The ledger of workflows: what was begun, how far it is, who holds it, how it ended.
create table saga (
    id          uuid        primary key,
    number      bigint      generated always as identity,
    story       text        not null,
    subject     text        not null,
    state       text        not null default 'running' check (state in ('running', 'undoing', 'done', 'failed')),
    step        int         not null default 0,
    attempt     int         not null default 0,
    data        jsonb       not null,
    failure     jsonb,
    trouble     text,
    aborting    text,
    due         timestamptz not null default now(),
    deadline    timestamptz not null,
    lease       uuid,
    lease_owner text,
    lease_until timestamptz,
    begun       timestamptz not null default now(),
    ended       timestamptz
) with (fillfactor = 60);

create index saga_open on saga (due) where ended is null;
create index saga_subject on saga (subject, number) where ended is null;
create index saga_ended on saga (ended) where ended is not null;
