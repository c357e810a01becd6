-- Sizes of servers. None is there by default: what is right depends on the hosts.
create table flavor (
    id          text primary key,
    name        text             not null unique,
    description text,
    vcpus       integer          not null,
    ram         integer          not null,
    disk        integer          not null,
    ephemeral   integer          not null,
    swap        integer          not null,
    rxtx_factor double precision not null,
    is_public   boolean          not null,
    extra_specs jsonb            not null,
    projects    text[]           not null,
    created     timestamptz      not null
);
