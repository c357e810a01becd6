-- Jobs and their items: what was asked, how far it is, what came of it.
create table job (
    id              uuid        primary key,
    project         text        not null,
    user_id         text        not null,
    name            text,
    state           text        not null,
    priority        int         not null,
    max_parallel    int         not null,
    not_before      timestamptz,
    trust           text        not null,
    total           int         not null,
    idempotency_key text,
    digest          bytea       not null,
    request_id      text        not null,
    reason          text,
    created         timestamptz not null,
    started         timestamptz,
    ended           timestamptz
);

create unique index job_key on job (project, user_id, idempotency_key) where idempotency_key is not null;
create index job_of_project on job (project, created, id);
create index job_open on job (project) where ended is null;

create table item (
    job         uuid        not null,
    position    int         not null,
    state       text        not null default 'queued',
    label       text,
    method      text        not null,
    path        text        not null,
    sent        bytea,
    round       int         not null default 0,
    attempts    int         not null default 0,
    due         timestamptz not null default now(),
    owner       uuid,
    lease_until timestamptz,
    follow      text,
    target      text,
    resource    text,
    leftover    text,
    status      int,
    error       text,
    request_id  text,
    started     timestamptz,
    ended       timestamptz,
    primary key (job, position)
);

create index item_state on item (job, state, position);
create index item_running on item (lease_until) where state = 'running';
create index item_settling on item (due) where state = 'settling';
create index item_resource on item (resource) where state = 'settling';
