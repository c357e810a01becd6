-- Passwords may have to be changed, may not come back, and too many wrong guesses lock an account.
alter table identity_user
    add column password_created_at timestamptz,
    add column password_expires_at timestamptz,
    add column password_own        boolean,
    add column failed_logins       integer not null default 0,
    add column failed_at           timestamptz,
    add column active_on           date;

update identity_user set password_created_at = now(), password_own = false where password is not null;

create table former_password (
    user_id     varchar(64) not null references identity_user on delete cascade,
    password    text        not null,
    replaced_at timestamptz not null,
    primary key (user_id, replaced_at)
);
