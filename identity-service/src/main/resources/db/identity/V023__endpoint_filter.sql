-- Which endpoints a project's catalog has: those named one by one or by group; all of them where nothing is named.
create table endpoint_group (
    id          varchar(64)  primary key,
    name        varchar(255) not null,
    description text,
    filters     jsonb        not null
);

create table project_endpoint (
    project_id  varchar(64) not null references project on delete cascade,
    endpoint_id varchar(64) not null references endpoint on delete cascade,
    primary key (project_id, endpoint_id)
);

create table project_endpoint_group (
    project_id varchar(64) not null references project on delete cascade,
    group_id   varchar(64) not null references endpoint_group on delete cascade,
    primary key (project_id, group_id)
);

create index project_endpoint_endpoint on project_endpoint (endpoint_id);
create index project_endpoint_group_group on project_endpoint_group (group_id);
