-- name: record_all
-- A line of the ledger for each imported no.
insert into engine.consent_event (pack, tenant, scope, address_hash, key_id, channel_family, event, source, evidence, at)
select case no.scope when 'global' then '*' else :pack end, case no.scope when 'global' then '*' else :tenant end,
       no.scope, no.hash, no.key_id, no.family, 'revoked', :source, :evidence::jsonb || jsonb_build_object('reason', no.reason), :now
  from unnest(:hashes::bytea[], :key_ids::text[], :families::text[], :scopes::text[], :reasons::text[])
       as no (hash, key_id, family, scope, reason);

-- name: suppress_all
-- Nothing more goes to any of them. What holds already keeps its date, unless it was said earlier elsewhere.
insert into engine.suppression as s (pack, tenant, scope, address_hash, key_id, origin_hash, channel_family, reason, source, since)
select case no.scope when 'global' then '*' else :pack end, case no.scope when 'global' then '*' else :tenant end,
       no.scope, no.hash, no.key_id, no.hash, no.family, no.reason, :source, no.since
  from unnest(:hashes::bytea[], :key_ids::text[], :families::text[], :scopes::text[], :reasons::text[], :sinces::timestamptz[])
       as no (hash, key_id, family, scope, reason, since)
 order by no.hash
on conflict (address_hash, pack, tenant, scope, channel_family, reason, source, origin_hash) do update
   set since = case when s.until is null then least(s.since, excluded.since) else excluded.since end, until = null;

-- name: spread_all
-- Where a tenant lets a no hold on all of a person's addresses, the imported ones do.
insert into engine.suppression as s (pack, tenant, scope, address_hash, key_id, origin_hash, channel_family, reason, source, since)
select distinct on (other.address_hash, said.reason, said.source, said.origin_hash)
       said.pack, said.tenant, said.scope, other.address_hash, other.key_id, said.origin_hash, 'all', said.reason, said.source, said.since
  from engine.suppression said
  join engine.address own on own.address_hash = said.address_hash and own.pack = said.pack and own.tenant = said.tenant
  join engine.address other on other.person_id = own.person_id and other.id <> own.id
 where said.address_hash = any (:hashes::bytea[]) and said.pack = :pack and said.tenant = :tenant and said.scope = 'tenant'
   and said.channel_family = 'all' and said.reason <> 'bounced' and said.until is null
   and coalesce((select revoke_all from engine.consent_setting c where c.pack = :pack and c.tenant = :tenant), true)
 order by other.address_hash, said.reason, said.source, said.origin_hash, said.since
on conflict (address_hash, pack, tenant, scope, channel_family, reason, source, origin_hash) do update set until = null where s.until is not null;

-- name: withhold_all
-- What was planned to them and is covered now does not leave. Answers what was stopped.
update engine.message m
   set status = 'suppressed', reason = engine.suppression_reason(m.pack, m.tenant, array[m.their_hash], f.family, null, :now),
       rule = 'suppression', held_until = null, decided_at = :now
  from (values ('email', 'email'), ('sms', 'phone'), ('voice', 'phone'), ('whatsapp', 'whatsapp'), ('web_form', 'all')) as f (channel, family)
 where f.channel = m.channel and m.direction = 'out' and m.status in ('planned', 'claimed') and m.purpose <> 'opt_out_confirmation'
   and m.their_hash in (select unnest(:hashes::bytea[])
                        union all
                        select other.address_hash
                          from engine.address own join engine.address other on other.person_id = own.person_id
                         where own.address_hash = any (:hashes::bytea[]) and own.pack = :pack and own.tenant = :tenant)
   and engine.suppression_reason(m.pack, m.tenant, array[m.their_hash], f.family, null, :now) is not null
returning m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.status, m.decided_at as at, m.reason;
