-- The keys tokens are signed with, shared by all processes of identity; the private half is encrypted.
create table signing_key (
    id          varchar(64) primary key,
    public_key  jsonb       not null,
    private_key bytea       not null,
    created_at  timestamptz not null
);
