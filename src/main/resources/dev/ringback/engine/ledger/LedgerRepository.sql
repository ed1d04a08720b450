-- name: list_standing
-- Per family: why nothing may be sent there, and what the ledger's last line says.
select family.word as family, engine.suppression_reason(:pack, :tenant, :hashes, family.word, null, :now) as suppressed,
       (select event from engine.consent_event e
         where e.address_hash = any (:hashes::bytea[]) and e.pack = :pack and e.tenant = :tenant and e.scope = 'tenant'
           and e.channel_family in ('all', family.word)
         order by at desc, id desc
         limit 1) as last_event
  from unnest(array['phone', 'email', 'whatsapp']) with ordinality as family (word, nth)
 order by family.nth;

-- name: list_entries
-- What the ledger holds about an address, newest first; what holds for the whole installation with it.
select at, event, channel_family, scope, source, evidence, text_version from engine.consent_event
 where address_hash = any (:hashes::bytea[]) and (pack = :pack and tenant = :tenant or scope = 'global')
 order by at desc, id desc
 limit :limit;

-- name: find_settings
-- How the tenant keeps consent.
select revoke_all, postal_address from engine.consent_setting where pack = :pack and tenant = :tenant;

-- name: keep_settings
-- Changes what is given and leaves the rest.
insert into engine.consent_setting as s (pack, tenant, revoke_all, postal_address, updated_at)
values (:pack, :tenant, coalesce(:revoke_all, true), :postal_address, :now)
on conflict (pack, tenant) do update
   set revoke_all     = coalesce(:revoke_all, s.revoke_all),
       postal_address = coalesce(:postal_address, s.postal_address),
       updated_at     = :now
returning revoke_all, postal_address;
