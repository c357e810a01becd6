-- How much a project may have, where that differs from what is configured for all.
create table database_quota (
    project   text    primary key,
    databases integer not null,
    users     integer not null
);
