-- Users and groups of some domains are in a directory outside. What roles and tokens refer to is a trace of them here.
alter table identity_user
    add column directory_id       varchar(255),
    add column directory_login_at timestamptz;
drop index identity_user_domain_name;
create unique index identity_user_domain_name on identity_user (domain_id, name)
    where idp_id is null and directory_id is null;
create unique index identity_user_directory on identity_user (domain_id, directory_id) where directory_id is not null;
create index identity_user_directory_login on identity_user (directory_login_at) where directory_id is not null;
alter table identity_group
    alter column name type varchar(255),
    add column directory_id varchar(255);
alter table identity_group drop constraint identity_group_domain_id_name_key;
create unique index identity_group_domain_name on identity_group (domain_id, name) where directory_id is null;
create unique index identity_group_directory on identity_group (domain_id, directory_id) where directory_id is not null;
create index identity_group_named on identity_group (domain_id, name);
