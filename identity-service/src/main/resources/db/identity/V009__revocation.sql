-- One instant per revoked thing. Kafka carries it to the services; here it outlives restarts and settles races.
create table revocation (
    kind       varchar(32) not null,
    id         varchar(64) not null,
    not_before timestamptz not null,
    primary key (kind, id)
);

create index revocation_not_before on revocation (not_before);
