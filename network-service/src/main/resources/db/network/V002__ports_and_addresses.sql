-- Ports, and the addresses they hold: that no address is held twice is said here.
create table port (
    id                    uuid         primary key,
    project_id            varchar(64)  not null,
    network_id            uuid         not null references network,
    name                  varchar(255) not null,
    description           varchar(255) not null,
    admin_state_up        boolean      not null,
    status                varchar(16)  not null,
    mac_address           varchar(17)  not null,
    device_id             varchar(255) not null,
    device_owner          varchar(255) not null,
    dns_name              varchar(63)  not null,
    port_security_enabled boolean      not null,
    host                  varchar(255),
    vnic_type             varchar(16)  not null,
    profile               jsonb        not null,
    address_pairs         jsonb        not null,
    dhcp_options          jsonb        not null,
    tags                  varchar(255)[] not null,
    revision              integer      not null,
    created_at            timestamptz  not null,
    updated_at            timestamptz  not null,
    constraint port_mac_once unique (network_id, mac_address)
);

create index port_project on port (project_id, created_at, id);
create index port_device on port (device_id) where device_id <> '';
create index port_host on port (host) where host is not null;

create table fixed_ip (
    id         uuid    primary key,
    port_id    uuid    not null references port on delete cascade,
    network_id uuid    not null,
    subnet_id  uuid    not null references subnet,
    address    inet    not null,
    position   integer not null,
    constraint fixed_ip_once unique (subnet_id, address)
);

create index fixed_ip_port on fixed_ip (port_id);

-- Where the search for a free address goes on, so that one just given back is not given out at once.
create table address_cursor (
    subnet_id uuid primary key references subnet on delete cascade,
    address   inet not null
);
