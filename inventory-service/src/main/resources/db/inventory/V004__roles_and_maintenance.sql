-- A host is there for something, carries what its admins call it, and can be left alone for a while without forgetting it.
alter table resource_provider add column open boolean not null default true;

alter table host
    add column roles              jsonb not null default '["compute"]',
    add column labels             jsonb not null default '{}',
    add column maintenance_since  timestamptz,
    add column maintenance_reason text,
    add column offered_host_key   text;
