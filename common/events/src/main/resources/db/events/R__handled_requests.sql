-- Requests that a service of ours may send again are done once: the key is written with what was done.
create table if not exists handled_request (
    key      text        primary key,
    status   int         not null,
    resource text,
    at       timestamptz not null default now()
);

create index if not exists handled_request_at on handled_request (at);
