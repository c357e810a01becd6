-- News and work leave in the transaction that makes them; what was heard is remembered so that it is handled once.
create table outbox (
    sequence   bigint generated always as identity primary key,
    id         uuid        not null,
    topic      text        not null,
    key        text        not null,
    type       text,
    project    text,
    request_id text,
    at         timestamptz not null,
    payload    text        not null
);

create table consumed (
    consumer text        not null,
    event_id text        not null,
    at       timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index consumed_at on consumed (at);
