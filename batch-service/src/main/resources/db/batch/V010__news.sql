-- What happened in the cloud, as it was told on Kafka, for those who ask by HTTP.
create table news (
    sequence   bigint generated always as identity primary key,
    ce_id      text        not null unique,
    type       text        not null,
    source     text        not null,
    subject    text        not null,
    project    text,
    request_id text,
    time       timestamptz not null,
    data       text        not null,
    heard      timestamptz not null default clock_timestamp()
);

create index news_of_project on news (project, sequence);

-- The last one that is not kept any more: who has not read so far has missed something.
create table news_trimmed (
    up_to bigint not null
);

insert into news_trimmed values (0);
