-- name: find_secret
-- By which events for a tenant are signed.
select engine.secret(:name) as secret;
