-- Room is counted from rows: what a provider has, and what has been given away of it. No counter that could drift.
create table resource_provider (
    id         uuid primary key,
    name       text        not null unique,
    generation bigint      not null,
    parent     uuid references resource_provider,
    root       uuid        not null references resource_provider deferrable initially deferred,
    managed    boolean     not null,
    created_at timestamptz not null
);

create index resource_provider_root on resource_provider (root);
create index resource_provider_parent on resource_provider (parent);

create table inventory (
    provider         uuid             not null references resource_provider on delete cascade,
    resource_class   text             not null,
    total            integer          not null check (total > 0),
    reserved         integer          not null check (reserved >= 0),
    min_unit         integer          not null check (min_unit > 0),
    max_unit         integer          not null check (max_unit > 0),
    step_size        integer          not null check (step_size > 0),
    allocation_ratio double precision not null check (allocation_ratio > 0),
    primary key (provider, resource_class)
);

create table provider_trait (
    provider uuid not null references resource_provider on delete cascade,
    trait    text not null,
    primary key (provider, trait)
);

create table consumer (
    id         uuid primary key,
    project    text        not null,
    owner      text        not null,
    type       text,
    generation bigint      not null,
    created_at timestamptz not null
);

create index consumer_project on consumer (project);

create table allocation (
    consumer       uuid    not null references consumer on delete cascade,
    provider       uuid    not null references resource_provider,
    resource_class text    not null,
    used           integer not null check (used > 0),
    primary key (consumer, provider, resource_class)
);

create index allocation_provider on allocation (provider, resource_class);
