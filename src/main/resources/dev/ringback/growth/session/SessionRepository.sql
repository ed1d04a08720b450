-- name: find_account
-- Who signs in by this address.
select client_id, business_name, password_hash from growth.clients where lower(email) = :email;

-- name: count_failures
-- How often somebody failed to sign in by this address.
select count(*) as failures from growth.login_failure where email_hash = :email_hash and failed_at > :since;

-- name: record_failure
-- One more; what is older than a day tells nothing any more.
with gone as (
    delete from growth.login_failure where failed_at < :now::timestamptz - interval '1 day'
)
insert into growth.login_failure (email_hash, failed_at) values (:email_hash, :now);

-- name: open
-- A session begins; the client's own that are over go.
with noted as (
    update growth.clients set last_login = :now where client_id = :client
), gone as (
    delete from growth.client_session where client_id = :client and expires_at < :now
)
insert into growth.client_session (client_id, token_digest, token_prefix, created_at, expires_at) values (:client, :digest, :prefix, :now, :until);

-- name: end
-- The sessions of these tokens end.
update growth.client_session set ended_at = :now where token_digest = any (:digests::text[]) and ended_at is null;
