-- Settings of one domain, encrypted since a password may be among them.
create table domain_config (
    domain_id varchar(64) primary key references project on delete cascade,
    sealed    bytea       not null
);
