-- Domains and projects share one table since every domain is also a project: a tree needs one kind of node.
create table project (
    id          varchar(64)  primary key,
    domain_id   varchar(64)  references project on delete cascade,
    parent_id   varchar(64)  references project on delete cascade,
    name        varchar(64)  not null,
    description text         not null,
    enabled     boolean      not null,
    is_domain   boolean      not null,
    tags        varchar(255)[] not null,
    immutable   boolean,
    extra       jsonb        not null,
    check (is_domain = (domain_id is null)),
    check (is_domain = (parent_id is null)),
    unique nulls not distinct (domain_id, name)
);

create index project_parent on project (parent_id);
create index project_tags on project using gin (tags);
