-- What an application credential is good for beside its roles: only these requests. Rules outlive the credentials.
create table access_rule (
    id      varchar(64)  primary key,
    user_id varchar(64)  not null references identity_user on delete cascade,
    service varchar(64)  not null,
    method  varchar(16)  not null,
    path    varchar(128) not null,
    unique (user_id, service, method, path)
);

create table application_credential_access_rule (
    application_credential_id varchar(64) not null references application_credential on delete cascade,
    access_rule_id            varchar(64) not null references access_rule,
    primary key (application_credential_id, access_rule_id)
);

create index application_credential_access_rule_rule on application_credential_access_rule (access_rule_id);
