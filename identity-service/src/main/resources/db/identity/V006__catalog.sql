-- Where the services of the cloud are found.
create table region (
    id               varchar(255) primary key,
    parent_region_id varchar(255) references region,
    description      text         not null,
    extra            jsonb        not null
);

create table service (
    id          varchar(64)  primary key,
    type        varchar(255) not null,
    name        varchar(255),
    description text,
    enabled     boolean      not null,
    extra       jsonb        not null
);

create table endpoint (
    id         varchar(64) primary key,
    service_id varchar(64) not null references service on delete cascade,
    region_id  varchar(255) references region,
    interface  varchar(8)  not null,
    url        text        not null,
    enabled    boolean     not null,
    extra      jsonb       not null
);

create index region_parent on region (parent_region_id);
create index endpoint_service on endpoint (service_id);
create index endpoint_region on endpoint (region_id);
