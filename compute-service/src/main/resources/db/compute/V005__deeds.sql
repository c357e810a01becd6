-- What was done to a server, by whom and under which request id: asked for long after the server is gone.
create table deed (
    id         uuid primary key,
    server     uuid        not null,
    request_id text        not null,
    kind       text        not null,
    user_id    text        not null,
    project    text        not null,
    started    timestamptz not null,
    finished   timestamptz,
    result     text,
    host       text,
    details    text
);

create index deed_of_server on deed (server, started desc, id desc);
