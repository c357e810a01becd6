-- What rules ask for. A role may imply others, which whoever holds it holds too.
create table role (
    id          varchar(64)  primary key,
    domain_id   varchar(64)  references project on delete cascade,
    name        varchar(255) not null,
    description text,
    immutable   boolean,
    extra       jsonb        not null,
    unique nulls not distinct (domain_id, name)
);

create table implied_role (
    prior_role_id   varchar(64) not null references role on delete cascade,
    implied_role_id varchar(64) not null references role on delete cascade,
    primary key (prior_role_id, implied_role_id)
);
