-- One user lets another act with some of its roles in a project, for a while or for some times.
create table trust (
    id                   varchar(64) primary key,
    trustor_user_id      varchar(64) not null references identity_user on delete cascade,
    trustee_user_id      varchar(64) not null references identity_user on delete cascade,
    project_id           varchar(64) references project on delete cascade,
    impersonation        boolean     not null,
    expires_at           timestamptz,
    remaining_uses       integer,
    redelegated_trust_id varchar(64) references trust on delete cascade,
    redelegation_count   integer     not null
);

create table trust_role (
    trust_id varchar(64) not null references trust on delete cascade,
    role_id  varchar(64) not null references role on delete cascade,
    primary key (trust_id, role_id)
);

create index trust_trustor on trust (trustor_user_id);
create index trust_trustee on trust (trustee_user_id);
create index trust_project on trust (project_id);
create index trust_redelegated on trust (redelegated_trust_id);
create index trust_role_role on trust_role (role_id);
