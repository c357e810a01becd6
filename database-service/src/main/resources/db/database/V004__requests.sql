-- What was asked in one request, and what came of each item: the state of an accepted one is its database's.
create table database_request_item (
    request     uuid        not null,
    position    integer     not null,
    project     text        not null,
    name        text        not null,
    database_id uuid,
    refusal     text,
    created     timestamptz not null,
    primary key (request, position)
);
