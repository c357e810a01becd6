-- An image can be offered to other projects, and each of them says whether it wants to see it in its lists.
create table image_member (
    image      uuid        not null references image,
    project    text        not null,
    status     text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (image, project)
);

create index image_member_project on image_member (project, image);
