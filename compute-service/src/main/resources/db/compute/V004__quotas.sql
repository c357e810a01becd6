-- Only what differs from the configured quotas is kept; the owner '*' stands for everybody without their own.
create table quota (
    owner    text    not null,
    resource text    not null,
    allowed  integer not null,
    primary key (owner, resource)
);
