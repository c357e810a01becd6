-- A host is a resource provider that can be reached: how, what it is, and what works on it.
create table host (
    id                uuid primary key references resource_provider,
    name              text        not null unique,
    kind              text        not null,
    address           text,
    port              integer,
    login             text,
    host_key          text,
    trust_host_key    boolean     not null,
    virt_type         text        not null,
    availability_zone text        not null,
    enabled           boolean     not null,
    disabled_reason   text,
    state             text        not null,
    state_reason      text,
    state_changed_at  timestamptz not null,
    hypervisor        text,
    capacity          jsonb,
    simulation        jsonb,
    facts             jsonb,
    probed_at         timestamptz,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

create unique index host_reached_at on host (address, port) where kind = 'SSH';
create unique index host_this_machine on host (kind) where kind = 'LOCAL';
