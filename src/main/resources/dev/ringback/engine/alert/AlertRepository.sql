-- name: find_listeners
-- Whom the tenant has told.
select email, escalate_to, language, webhook_url, webhook_secret_name from engine.alert_setting where pack = :pack and tenant = :tenant;

-- name: lock
-- One setting of a tenant's after the other, also where there is none yet.
select pg_advisory_xact_lock(hashtextextended('engine.alert_setting:' || :pack || ':' || :tenant, 0));

-- name: keep_secret
-- What signs the tenant's webhook, in the vault; none without a webhook.
select engine.keep_alert_secret(:pack, :tenant, :secret) as name;

-- name: save
-- The whole setting, so that what is left out is told no more.
insert into engine.alert_setting (pack, tenant, email, escalate_to, language, webhook_url, webhook_secret_name, updated_at)
values (:pack, :tenant, :email, :escalate_to, :language, :webhook_url, :webhook_secret_name, :now)
on conflict (pack, tenant) do update
   set email               = excluded.email,
       escalate_to         = excluded.escalate_to,
       language            = excluded.language,
       webhook_url         = excluded.webhook_url,
       webhook_secret_name = excluded.webhook_secret_name,
       updated_at          = excluded.updated_at;
