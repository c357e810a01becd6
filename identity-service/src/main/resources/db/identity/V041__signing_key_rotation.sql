-- A new key is known everywhere before it signs, and an old one is kept as long as what it signed may be shown.
alter table signing_key add column signs_from timestamptz;
update signing_key set signs_from = created_at;
alter table signing_key alter column signs_from set not null;
