-- What users keep here for others to use (certificates, keys of EC2, seeds of one-time passwords), encrypted.
create table credential (
    id         varchar(64)  primary key,
    user_id    varchar(64)  not null references identity_user on delete cascade,
    project_id varchar(64)  references project on delete cascade,
    type       varchar(255) not null,
    sealed     bytea        not null,
    extra      jsonb        not null
);

create index credential_user on credential (user_id);
create index credential_project on credential (project_id);
