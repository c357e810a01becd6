-- When databases are backed up by themselves; a schedule goes with its database.
create table database_backup_schedule (
    database_id uuid        primary key references database_record on delete cascade,
    cron        text        not null,
    keep_count  integer     not null,
    keep_days   integer,
    next_at     timestamptz
);

create index database_backup_schedule_due on database_backup_schedule (next_at);
