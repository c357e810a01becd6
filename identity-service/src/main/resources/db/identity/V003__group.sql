-- Roles given to a group are held by its members.
create table identity_group (
    id          varchar(64) primary key,
    domain_id   varchar(64) not null references project on delete cascade,
    name        varchar(64) not null,
    description text        not null,
    extra       jsonb       not null,
    unique (domain_id, name)
);

create table group_member (
    group_id varchar(64) not null references identity_group on delete cascade,
    user_id  varchar(64) not null references identity_user on delete cascade,
    primary key (group_id, user_id)
);

create index group_member_user on group_member (user_id);
