-- What the settings said when they were last applied: a change in the settings is applied once, and a change made
-- through the API is not undone by the next start.
create table bootstrap (
    name  varchar(255) primary key,
    value text         not null
);
