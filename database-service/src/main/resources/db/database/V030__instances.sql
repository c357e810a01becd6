-- What a project has on a server is an instance in Trove's words; users may be there without a database, as Trove's are.
create table database_instance (
    id              uuid        primary key,
    project         text        not null,
    server          uuid        not null references database_server on delete cascade,
    name            text        not null,
    volume_gb       integer,
    state           text        not null,
    root_enabled    timestamptz,
    root_enabled_by text,
    created         timestamptz not null,
    updated         timestamptz not null,
    unique (project, server)
);

insert into database_instance (id, project, server, name, state, created, updated)
select gen_random_uuid(), d.project, d.server, s.name, 'ACTIVE', min(d.created), min(d.created)
from database_record d join database_server s on s.id = d.server
group by d.project, d.server, s.name;

alter table database_user add column standing_hosts text[];

alter table database_quota add column instances integer not null default 10;
alter table database_quota add column volumes integer not null default 40;

-- Which of the wishes that came one after the other a workflow is for.
alter table database_record add column wish integer not null default 0;
