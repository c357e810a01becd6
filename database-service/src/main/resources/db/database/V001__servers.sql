-- Database servers that operators registered; the administrator's password is sealed.
create table database_server (
    id              uuid        primary key,
    name            text        not null unique,
    engine          text        not null,
    host            text        not null,
    port            integer     not null,
    admin_user      text        not null,
    admin_password  bytea       not null,
    next_password   bytea,
    state           text        not null,
    trouble         text,
    version         text,
    bytes           bigint,
    connections     integer,
    max_connections integer,
    checked         timestamptz,
    created         timestamptz not null,
    updated         timestamptz not null,
    unique (host, port)
);
