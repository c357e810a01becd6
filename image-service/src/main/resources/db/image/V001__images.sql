-- What is known of an image. A deleted one stays as a stone over its id, so that nobody gets that id again.
create table image (
    id               uuid primary key,
    owner            text        not null,
    name             text,
    visibility       text        not null,
    disk_format      text,
    container_format text,
    min_disk         integer     not null,
    min_ram          integer     not null,
    protected        boolean     not null,
    hidden           boolean     not null,
    tags             text[]      not null,
    properties       jsonb       not null,

    status           text        not null,
    upload           uuid,
    reserved         bigint      not null,
    size             bigint,
    virtual_size     bigint,
    md5              text,
    sha512           text,

    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    deleted_at       timestamptz
);

create index image_of_owner on image (owner, created_at desc, id) where deleted_at is null;
create index image_for_all on image (visibility, created_at desc, id) where deleted_at is null;
create index image_bytes on image (sha512) where deleted_at is null;
create index image_upload on image (upload) where upload is not null;
