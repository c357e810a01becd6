-- A role may be given on all that is below a domain or a project, instead of on the thing itself.
alter table role_grant add column inherited boolean not null default false;
alter table role_grant drop constraint role_grant_user_id_group_id_place_project_id_role_id_key;
alter table role_grant add check (not (inherited and place = 'SYSTEM'));
create unique index role_grant_once on role_grant (user_id, group_id, place, project_id, role_id, inherited) nulls not distinct;

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
left join group_member m on m.group_id = r.group_id
join held on held.granted_id = r.role_id
join role on role.id = held.role_id and role.domain_id is null
where r.user_id is not null or m.user_id is not null;
