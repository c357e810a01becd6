-- What was declared, and what may therefore be on a server: nothing is made there that is not written here before.
create table database_record (
    id            uuid        primary key,
    project       text        not null,
    server        uuid        not null references database_server,
    name          text        not null,
    character_set text        not null,
    collation_name text        not null,
    size_limit_mb bigint,
    state         text        not null,
    trouble       text,
    claimed       boolean     not null,
    bytes         bigint,
    connections   integer,
    created       timestamptz not null,
    updated       timestamptz not null,
    unique (project, name),
    unique (server, name)
);

create table database_user (
    id           uuid        primary key,
    project      text        not null,
    server       uuid        not null references database_server,
    name         text        not null,
    generation   integer     not null,
    verifier     bytea       not null,
    old_verifier bytea,
    old_until    timestamptz,
    claimed      boolean     not null,
    created      timestamptz not null,
    unique (server, name)
);

create index database_user_with_old_password on database_user (old_until) where old_until is not null;

create table database_grant (
    id          uuid primary key,
    database_id uuid not null references database_record,
    user_id     uuid not null references database_user,
    profile     text not null,
    hosts       text[] not null,
    recorded    text[] not null,
    unique (database_id, user_id)
);

create index database_grant_of_user on database_grant (user_id);
