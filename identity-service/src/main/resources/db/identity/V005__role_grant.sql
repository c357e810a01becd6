-- Who holds which role where. The view answers the question every login asks: with groups and implied roles spelt out.
create table role_grant (
    id         bigint generated always as identity primary key,
    place      varchar(16) not null check (place in ('PROJECT', 'DOMAIN', 'SYSTEM')),
    project_id varchar(64) references project on delete cascade,
    user_id    varchar(64) references identity_user on delete cascade,
    group_id   varchar(64) references identity_group on delete cascade,
    role_id    varchar(64) not null references role on delete cascade,
    check ((place = 'SYSTEM') = (project_id is null)),
    check ((user_id is null) <> (group_id is null)),
    unique nulls not distinct (user_id, group_id, place, project_id, role_id)
);

create index role_grant_group on role_grant (group_id);
create index role_grant_project on role_grant (project_id);
create index role_grant_role on role_grant (role_id);

create view effective_grant as
with recursive held (granted_id, role_id) as (
    select id, id from role
    union
    select held.granted_id, implied.implied_role_id
    from held join implied_role implied on implied.prior_role_id = held.role_id
)
select g.place, g.project_id, g.user_id, null as group_id, g.role_id as granted_id, held.role_id
from role_grant g
join held on held.granted_id = g.role_id
join role on role.id = held.role_id and role.domain_id is null
where g.user_id is not null
union all
select g.place, g.project_id, m.user_id, g.group_id, g.role_id as granted_id, held.role_id
from role_grant g
join group_member m on m.group_id = g.group_id
join held on held.granted_id = g.role_id
join role on role.id = held.role_id and role.domain_id is null;
