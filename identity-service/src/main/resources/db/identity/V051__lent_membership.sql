-- Some are in a group for a while only: as long as a login lasts at which somebody outside said so.
create table lent_membership (
    user_id    varchar(64) not null references identity_user on delete cascade,
    group_id   varchar(64) not null references identity_group on delete cascade,
    expires_at timestamptz not null,
    primary key (user_id, group_id)
);
create index lent_membership_group on lent_membership (group_id);
create view membership as
select group_id, user_id from group_member
union
select group_id, user_id from lent_membership where expires_at > now();
drop view effective_grant;
create view effective_grant as
with recursive held (granted_id, role_id) as (
    select id, id from role
    union
    select held.granted_id, implied.implied_role_id
    from held join implied_role implied on implied.prior_role_id = held.role_id
),
below (ancestor_id, project_id) as (
    select g.project_id, project.id
    from (select distinct project_id from role_grant where inherited) g
    join project on project.parent_id = g.project_id
    union
    select below.ancestor_id, project.id from below join project on project.parent_id = below.project_id
),
reached as (
    select place, project_id, user_id, group_id, role_id, place as origin, project_id as origin_id, inherited
    from role_grant where not inherited
    union all
    select 'PROJECT', below.project_id, user_id, group_id, role_id, place, role_grant.project_id, inherited
    from role_grant join below on below.ancestor_id = role_grant.project_id where inherited
)
select r.place, r.project_id, coalesce(r.user_id, m.user_id) as user_id, r.group_id, r.role_id as granted_id,
       held.role_id, r.origin, r.origin_id, r.inherited
from reached r
left join membership m on m.group_id = r.group_id
join held on held.granted_id = r.role_id
join role on role.id = held.role_id and role.domain_id is null
where r.user_id is not null or m.user_id is not null;
