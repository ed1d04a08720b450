-- Answers given under an Idempotency-Key, so that a repeated request gets the same answer and no second effect.

create table engine.idempotency (
    caller       text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer,
    body         text,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    primary key (caller, key)
);
comment on column engine.idempotency.status is 'HTTP status of the answer; null while the first request runs.';
comment on column engine.idempotency.expires_at is 'Until then the key is taken: a minute while the request runs, a day once it is answered.';
create index idempotency_expiry on engine.idempotency (expires_at);

alter table engine.idempotency enable row level security;
grant select, insert, update, delete on engine.idempotency to service_role;
