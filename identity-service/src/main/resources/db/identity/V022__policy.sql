-- Rules of services as texts, which services may fetch, and to which endpoints they apply.
create table policy (
    id    varchar(64)  primary key,
    type  varchar(255) not null,
    blob  text         not null,
    extra jsonb        not null
);

create table policy_association (
    policy_id   varchar(64) not null references policy on delete cascade,
    endpoint_id varchar(64) references endpoint on delete cascade,
    service_id  varchar(64) references service on delete cascade,
    region_id   varchar(255) references region on delete cascade,
    check ((endpoint_id is null) <> (service_id is null)),
    check (region_id is null or service_id is not null),
    unique nulls not distinct (endpoint_id, service_id, region_id)
);

create index policy_association_policy on policy_association (policy_id);
create index policy_association_service on policy_association (service_id);
create index policy_association_region on policy_association (region_id);
