-- Operators have classes and traits of their own, and group providers in aggregates.
create table custom_class (
    name text primary key
);

create table custom_trait (
    name text primary key
);

create table provider_aggregate (
    provider  uuid not null references resource_provider on delete cascade,
    aggregate uuid not null,
    primary key (provider, aggregate)
);
