-- Layer 2 networks and the address ranges on them.
create table network (
    id                    uuid         primary key,
    project_id            varchar(64)  not null,
    name                  varchar(255) not null,
    description           varchar(255) not null,
    admin_state_up        boolean      not null,
    shared                boolean      not null,
    external              boolean      not null,
    port_security_enabled boolean      not null,
    dns_domain            varchar(255) not null,
    network_type          varchar(16)  not null,
    physical_network      varchar(64),
    segmentation_id       integer,
    mtu                   integer      not null,
    zone_hints            varchar(255)[] not null,
    tags                  varchar(255)[] not null,
    revision              integer      not null,
    created_at            timestamptz  not null,
    updated_at            timestamptz  not null
);

create index network_project on network (project_id, created_at, id);
create index network_seen_by_all on network (id) where shared or external;

-- What a host makes for a network is named by the beginning of its id.
create unique index network_short_id on network (left(cast(id as text), 8));

create unique index network_vxlan on network (segmentation_id) where network_type = 'vxlan';
create unique index network_flat on network (physical_network) where network_type = 'flat';

create table subnet (
    id               uuid         primary key,
    project_id       varchar(64)  not null,
    network_id       uuid         not null references network,
    name             varchar(255) not null,
    description      varchar(255) not null,
    ip_version       integer      not null,
    cidr             varchar(64)  not null,
    gateway_ip       inet,
    enable_dhcp      boolean      not null,
    options          jsonb        not null,
    tags             varchar(255)[] not null,
    revision         integer      not null,
    created_at       timestamptz  not null,
    updated_at       timestamptz  not null
);

create index subnet_network on subnet (network_id);
create index subnet_project on subnet (project_id, created_at, id);
