-- Guests of simulated hosts outlive the process, as real ones do.
create table simulated_guest (
    id      uuid    primary key,
    host    uuid    not null,
    running boolean not null,
    console text    not null
);

create index simulated_guest_on_host on simulated_guest (host);
