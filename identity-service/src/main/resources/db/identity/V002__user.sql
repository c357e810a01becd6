-- Who can log in: people and services. What Keystone keeps without understanding it is in extra.
create table identity_user (
    id                 varchar(64)  primary key,
    domain_id          varchar(64)  not null references project on delete cascade,
    name               varchar(255) not null,
    password           text,
    enabled            boolean      not null,
    default_project_id varchar(64),
    options            jsonb        not null,
    extra              jsonb        not null,
    unique (domain_id, name)
);

create index identity_user_default_project on identity_user (default_project_id);
