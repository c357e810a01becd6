-- Which hosts may carry something of ours, and whether they carry what they should: changes are counted, so that none
-- is lost between being made and being read.
create table realised_host (
    id             varchar(255) primary key,
    changes        bigint       not null,
    synced_changes bigint       not null,
    due_at         timestamptz  not null,
    attempts       integer      not null,
    tried_at       timestamptz,
    synced_at      timestamptz,
    complaint      text,
    created_at     timestamptz  not null
);

create index realised_host_due on realised_host (due_at);
