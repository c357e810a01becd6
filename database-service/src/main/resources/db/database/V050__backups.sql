-- Dumps that are kept; they outlive their databases and servers, so nothing here refers to those.
create table database_backup (
    id                   uuid        primary key,
    project              text        not null,
    database_id          uuid        not null,
    database_name        text        not null,
    character_set        text        not null,
    collation_name       text        not null,
    server               uuid        not null,
    engine               text        not null,
    name                 text,
    description          text,
    kind                 text        not null,
    state                text        not null,
    trouble              text,
    sha512               text,
    data_key             bytea,
    bytes                bigint,
    contents             text,
    tables               integer,
    all_rows             bigint,
    verification         text        not null,
    verification_trouble text,
    verified             timestamptz,
    created              timestamptz not null,
    finished             timestamptz,
    expires              timestamptz
);

create index database_backup_of_project on database_backup (project, created desc, id desc);
create index database_backup_of_database on database_backup (database_id, created desc);
create index database_backup_that_expires on database_backup (expires) where expires is not null;
create index database_backup_bytes on database_backup (sha512);

-- A database that is filled from a backup is not ready before it is full.
alter table database_record add column filling boolean not null default false;

alter table database_quota add column backups integer not null default 50;
