-- A login for programs: some of its user's roles in one project, without the user's password.
create table application_credential (
    id           varchar(64)  primary key,
    user_id      varchar(64)  not null references identity_user on delete cascade,
    project_id   varchar(64)  not null references project on delete cascade,
    name         varchar(255) not null,
    description  text,
    secret       text         not null,
    unrestricted boolean      not null,
    expires_at   timestamptz,
    unique (user_id, name)
);

create table application_credential_role (
    application_credential_id varchar(64) not null references application_credential on delete cascade,
    role_id                   varchar(64) not null references role on delete cascade,
    primary key (application_credential_id, role_id)
);

create index application_credential_project on application_credential (project_id);
create index application_credential_role_role on application_credential_role (role_id);
