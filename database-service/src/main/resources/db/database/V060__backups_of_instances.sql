-- Trove backs up instances: dumps that are ordered together are one backup, known by the id of the first.
alter table database_backup add column whole uuid;
alter table database_backup add column instance uuid;

update database_backup set whole = id;
update database_backup b set instance = i.id
from database_instance i where i.project = b.project and i.server = b.server;

alter table database_backup alter column whole set not null;
create index database_backup_whole on database_backup (whole);
