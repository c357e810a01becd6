-- How much of something of a service a project may have: usually, and where it has a limit of its own.
create table registered_limit (
    id            varchar(64)  primary key,
    service_id    varchar(64)  not null references service on delete cascade,
    region_id     varchar(255) references region,
    resource_name varchar(255) not null,
    default_limit integer      not null,
    description   text,
    unique nulls not distinct (service_id, region_id, resource_name)
);

create table project_limit (
    id                  varchar(64) primary key,
    registered_limit_id varchar(64) not null references registered_limit on delete cascade,
    project_id          varchar(64) references project on delete cascade,
    domain_id           varchar(64) references project on delete cascade,
    resource_limit      integer     not null,
    description         text,
    check ((project_id is null) <> (domain_id is null)),
    unique nulls not distinct (registered_limit_id, project_id, domain_id)
);

create index registered_limit_region on registered_limit (region_id);
create index project_limit_project on project_limit (project_id);
create index project_limit_domain on project_limit (domain_id);
