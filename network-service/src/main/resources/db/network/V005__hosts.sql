-- Which hosts may carry something of ours, and whether what they carry is what they should.
create table realised_host (
    id         varchar(255) primary key,
    changed_at timestamptz  not null,
    synced_at  timestamptz,
    tried_at   timestamptz,
    attempts   integer      not null,
    complaint  text
);
