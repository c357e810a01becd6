-- A job may say until when its items are begun.
alter table job add column deadline timestamptz;

create index job_deadline on job (deadline) where ended is null and deadline is not null;
