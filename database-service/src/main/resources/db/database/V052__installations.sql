-- Servers that are made on hosts over SSH; the password of their administrator is sealed before anything is done, and gone from here when it is done.
create table database_installation (
    id             uuid        primary key,
    name           text        not null unique,
    engine         text        not null,
    host           text        not null,
    ssh_address    text        not null,
    ssh_port       integer     not null,
    ssh_user       text        not null,
    host_key       text        not null,
    address        text        not null,
    port           integer     not null,
    come_from      text        not null,
    admin_password bytea,
    state          text        not null,
    step           text,
    trouble        text,
    created        timestamptz not null,
    updated        timestamptz not null
);
