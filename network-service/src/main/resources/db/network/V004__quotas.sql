-- How much a project may have where that differs from the default.
create table quota (
    project_id varchar(64) not null,
    resource   varchar(32) not null,
    amount     integer     not null,
    primary key (project_id, resource)
);
