-- What may reach a port and what it may reach.
create table security_group (
    id          uuid         primary key,
    project_id  varchar(64)  not null,
    name        varchar(255) not null,
    description varchar(255) not null,
    tags        varchar(255)[] not null,
    revision    integer      not null,
    created_at  timestamptz  not null,
    updated_at  timestamptz  not null
);

create index security_group_project on security_group (project_id, created_at, id);
create unique index security_group_default on security_group (project_id) where name = 'default';

create table security_rule (
    id                uuid         primary key,
    project_id        varchar(64)  not null,
    security_group_id uuid         not null references security_group on delete cascade,
    direction         varchar(16)  not null,
    ethertype         varchar(8)   not null,
    protocol          varchar(40),
    port_range_min    integer,
    port_range_max    integer,
    remote_ip_prefix  varchar(64),
    remote_group_id   uuid         references security_group on delete cascade,
    description       varchar(255) not null,
    revision          integer      not null,
    created_at        timestamptz  not null,
    updated_at        timestamptz  not null
);

create index security_rule_project on security_rule (project_id, created_at, id);
create index security_rule_remote on security_rule (remote_group_id);

-- The same rule twice says nothing.
create unique index security_rule_once on security_rule (
    security_group_id, direction, ethertype, protocol, port_range_min, port_range_max, remote_ip_prefix, remote_group_id
) nulls not distinct;

create table membership (
    port_id           uuid    not null references port on delete cascade,
    security_group_id uuid    not null references security_group,
    position          integer not null,
    primary key (port_id, security_group_id)
);

create index membership_group on membership (security_group_id);
