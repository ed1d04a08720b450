-- Staff: who they are, their sessions, what they did. There is no account until somebody makes one.

create table bids.admin_users (
    id            uuid primary key default gen_random_uuid(),
    email         text not null,
    full_name     text,
    password_hash text not null default '!',
    role          text not null default 'moderator' check (role in ('moderator', 'admin')),
    active        boolean not null default true,
    last_login_at timestamptz,
    created_at    timestamptz not null default engine.now(),
    updated_at    timestamptz not null default engine.now()
);
create unique index admin_users_email on bids.admin_users (lower(email));
comment on table bids.admin_users is 'ringback: staff; the document names the table without columns';
comment on column bids.admin_users.id is 'ringback: key; the subject of the claims of a session';
comment on column bids.admin_users.email is 'ringback: the login, unique whatever its case';
comment on column bids.admin_users.full_name is 'ringback: the name to show';
comment on column bids.admin_users.password_hash is 'ringback: bcrypt; the default admits nobody';
comment on column bids.admin_users.role is 'ringback: app_metadata.role of the claims of a session';
comment on column bids.admin_users.active is 'ringback: false admits nobody; who has acted is not deleted';
comment on column bids.admin_users.last_login_at is 'ringback: last login';
comment on column bids.admin_users.created_at is 'ringback: when the account was made';
comment on column bids.admin_users.updated_at is 'ringback: last change, by trigger';
create trigger admin_users_stamp before update on bids.admin_users
    for each row execute function bids.stamp_updated_at();

create table bids.admin_sessions (
    id            uuid primary key default gen_random_uuid(),
    admin_user_id uuid not null references bids.admin_users (id) on delete cascade,
    token_digest  bytea not null constraint admin_sessions_token_digest_key unique check (octet_length(token_digest) = 32),
    token_prefix  text not null,
    ip            inet,
    user_agent    text,
    created_at    timestamptz not null default engine.now(),
    last_seen_at  timestamptz,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    constraint admin_sessions_end check (expires_at > created_at)
);
create index admin_sessions_user on bids.admin_sessions (admin_user_id, created_at desc);
create index admin_sessions_expiry on bids.admin_sessions (expires_at);
create index admin_sessions_revoked on bids.admin_sessions (revoked_at);
comment on table bids.admin_sessions is 'ringback: sessions of staff; the document names the table without columns';
comment on column bids.admin_sessions.id is 'ringback: key';
comment on column bids.admin_sessions.admin_user_id is 'ringback: whose session';
comment on column bids.admin_sessions.token_digest is 'ringback: SHA-256 of the token, which is shown once';
comment on column bids.admin_sessions.token_prefix is 'ringback: the visible start of the token';
comment on column bids.admin_sessions.ip is 'ringback: where the login came from';
comment on column bids.admin_sessions.user_agent is 'ringback: what the login came from';
comment on column bids.admin_sessions.created_at is 'ringback: login';
comment on column bids.admin_sessions.last_seen_at is 'ringback: last use';
comment on column bids.admin_sessions.expires_at is 'ringback: end of the session';
comment on column bids.admin_sessions.revoked_at is 'ringback: logged out or thrown out';

create table bids.admin_activity_log (
    id            uuid primary key default gen_random_uuid(),
    admin_user_id uuid references bids.admin_users (id) on delete restrict,
    action        text not null,
    subject_kind  text,
    subject_id    text,
    before        jsonb,
    after         jsonb,
    ip            inet,
    created_at    timestamptz not null default engine.now()
);
create index admin_activity_log_user on bids.admin_activity_log (admin_user_id, created_at desc);
create index admin_activity_log_subject on bids.admin_activity_log (subject_kind, subject_id, created_at desc);
create index admin_activity_log_time on bids.admin_activity_log (created_at desc, id desc);
comment on table bids.admin_activity_log is 'ringback: what staff did, append-only; the document names the table without columns';
comment on column bids.admin_activity_log.id is 'ringback: key';
comment on column bids.admin_activity_log.admin_user_id is 'ringback: who; null for a failed login of nobody';
comment on column bids.admin_activity_log.action is 'ringback: what, machine-readable';
comment on column bids.admin_activity_log.subject_kind is 'ringback: on what kind of row';
comment on column bids.admin_activity_log.subject_id is 'ringback: on which row';
comment on column bids.admin_activity_log.before is 'ringback: the row as it was, without secrets';
comment on column bids.admin_activity_log.after is 'ringback: the row as it became, without secrets';
comment on column bids.admin_activity_log.ip is 'ringback: from where';
comment on column bids.admin_activity_log.created_at is 'ringback: when';
create trigger admin_activity_log_append_only before update or delete on bids.admin_activity_log
    for each row execute function engine.refuse_rewrite();

alter table bids.admin_users enable row level security;
alter table bids.admin_sessions enable row level security;
alter table bids.admin_activity_log enable row level security;
