-- People whom somebody outside vouches for: identity providers, how they speak, and what their claims mean here.
create table identity_provider (
    id                varchar(64) primary key,
    domain_id         varchar(64) not null references project on delete cascade,
    description       text,
    enabled           boolean     not null,
    authorization_ttl integer
);
create index identity_provider_domain on identity_provider (domain_id);
create table identity_provider_remote (
    remote_id varchar(255) primary key,
    idp_id    varchar(64)  not null references identity_provider on delete cascade
);
create index identity_provider_remote_idp on identity_provider_remote (idp_id);
create table mapping (
    id             varchar(64) primary key,
    rules          jsonb       not null,
    schema_version varchar(8)  not null
);
create table federation_protocol (
    idp_id     varchar(64) not null references identity_provider on delete cascade,
    id         varchar(64) not null,
    mapping_id varchar(64) not null references mapping,
    primary key (idp_id, id)
);
create index federation_protocol_mapping on federation_protocol (mapping_id);
-- Their names are what the provider says they are, and may be anybody's: who they are is told by the provider's own id.
alter table identity_user
    add column idp_id      varchar(64) references identity_provider on delete cascade,
    add column protocol_id varchar(64),
    add column unique_id   varchar(255),
    add check ((idp_id is null) = (unique_id is null) and (idp_id is null) = (protocol_id is null));
alter table identity_user drop constraint identity_user_domain_id_name_key;
create unique index identity_user_domain_name on identity_user (domain_id, name) where idp_id is null;
create index identity_user_named on identity_user (domain_id, name);
create unique index identity_user_federated on identity_user (idp_id, protocol_id, unique_id) where idp_id is not null;
