-- Facts are what a host said last; when something broke, what it said before is worth more.
create table fact_change (
    id     bigint      generated always as identity primary key,
    host   uuid        not null references host on delete cascade,
    path   text        not null,
    before jsonb,
    after  jsonb,
    at     timestamptz not null
);

create index fact_change_host on fact_change (host, id);
