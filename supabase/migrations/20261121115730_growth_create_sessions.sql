-- Clients that are signed in, and attempts that failed.

create table growth.client_session (
    id           uuid primary key default gen_random_uuid(),
    client_id    uuid not null references growth.clients (client_id) on delete cascade,
    token_digest text not null constraint client_session_token_digest_key unique check (token_digest ~ '^sha256:[0-9a-f]{64}$'),
    token_prefix text not null,
    created_at   timestamptz not null default engine.now(),
    expires_at   timestamptz not null,
    ended_at     timestamptz
);
create index client_session_client_id on growth.client_session (client_id, created_at desc);
comment on table growth.client_session is 'ringback: clients that are signed in; a token is kept as its digest';

alter table growth.client_session enable row level security;
create policy client_session_own_select on growth.client_session for select to authenticated
    using (client_id = (select growth.current_client_id()));
-- Digests are not for clients' eyes.
grant select (id, client_id, token_prefix, created_at, expires_at, ended_at) on growth.client_session to authenticated;
grant select, insert, update, delete on growth.client_session to service_role;

create table growth.login_failure (
    id         uuid primary key default gen_random_uuid(),
    email_hash text not null,
    failed_at  timestamptz not null default engine.now()
);
create index login_failure_email_hash on growth.login_failure (email_hash, failed_at);
create index login_failure_failed_at on growth.login_failure (failed_at);
comment on table growth.login_failure is 'ringback: attempts to sign in that failed, by digest of the address, known or not; guessing is slowed down by them';

alter table growth.login_failure enable row level security;
grant select, insert, update, delete on growth.login_failure to service_role;
