-- A server's row is the truth about it; rows of servers that are gone stay as the history of a project.
create table server (
    id                  uuid primary key,
    project             text        not null,
    user_id             text        not null,
    reservation         text        not null,
    launch_index        integer     not null,
    name                text        not null,
    description         text,
    hostname            text        not null,
    image               uuid        not null,
    flavor_id           text        not null,
    flavor_name         text        not null,
    vcpus               integer     not null,
    ram                 integer     not null,
    disk                integer     not null,
    ephemeral           integer     not null,
    swap                integer     not null,
    extra_specs         jsonb       not null,
    vm_state            text        not null,
    task_state          text,
    power_state         text        not null,
    host_id             uuid,
    host_name           text,
    key_name            text,
    public_key          text,
    user_data           text,
    admin_password_hash text,
    config_drive        boolean     not null,
    disk_config         text        not null,
    access_ipv4         text,
    access_ipv6         text,
    metadata            jsonb       not null,
    tags                text[]      not null,
    networks            jsonb       not null,
    security_groups     jsonb       not null,
    placement           jsonb       not null,
    nics                jsonb       not null,
    fault               jsonb,
    locked_by           text,
    locked_reason       text,
    created             timestamptz not null,
    updated             timestamptz not null,
    launched            timestamptz,
    terminated          timestamptz
);

-- Lists are read newest first, within a project or over all.
create index server_of_project on server (project, created desc, id desc) where terminated is null;
create index server_newest on server (created desc, id desc) where terminated is null;
-- Who asks what changed since (`changes-since`) also hears of those that are gone.
create index server_updated on server (updated);
create index server_on_host on server (host_id) where terminated is null;
create index server_of_reservation on server (reservation);
