-- What a project launches again and again is written down once: under a name, in versions that never change.
create table launch_template (
    id              uuid        primary key,
    project         text        not null,
    name            text        not null,
    default_version int         not null,
    latest_version  int         not null,
    created         timestamptz not null,
    updated         timestamptz not null,
    unique (project, name)
);

create table launch_template_version (
    template     uuid        not null references launch_template on delete cascade,
    number       int         not null,
    description  text,
    count        int         not null,
    microversion text        not null,
    server       text        not null,
    user_id      text        not null,
    created      timestamptz not null,
    primary key (template, number)
);
