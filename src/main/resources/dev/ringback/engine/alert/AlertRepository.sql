-- name: find_listeners
-- Whom the tenant has told.
select email, escalate_to, language, webhook_url, webhook_secret_name from engine.alert_setting where pack = :pack and tenant = :tenant;
