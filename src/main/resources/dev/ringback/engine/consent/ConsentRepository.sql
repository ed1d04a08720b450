-- name: lock_addresses
-- Whoever opts these addresses out, links them or lets something leave to them waits for the others; always in one order.
select count(pg_advisory_xact_lock(hashtextextended('engine.address:' || encode(locked.hash, 'hex'), 0)))
  from (select hash from unnest(:hashes::bytea[]) as hash order by hash) as locked;

-- name: find_reach
-- What a no on one of these hashes covers: every address of the person, and whether the tenant lets a no hold on all of them.
select coalesce((select revoke_all from engine.consent_setting where pack = :pack and tenant = :tenant), true) as revoke_all,
       coalesce((select array_agg(distinct other.address) filter (where not other.address_hash = any (:hashes::bytea[]))
                   from engine.address own join engine.address other on other.person_id = own.person_id
                  where own.address_hash = any (:hashes::bytea[]) and own.pack = :pack and own.tenant = :tenant), '{}') as others;

-- name: record_event
-- One line of the ledger.
insert into engine.consent_event (pack, tenant, scope, address_hash, key_id, channel_family, event, source, evidence, text_version, at)
values (:pack, :tenant, :scope, :hash, :key_id, :family, :event, :source, :evidence, :text_version, :now);

-- name: suppress
-- Nothing more goes to these addresses. A suppression that holds already keeps its date; one that had ended begins anew.
insert into engine.suppression as s (pack, tenant, scope, address_hash, key_id, origin_hash, channel_family, reason, source, since)
select :pack, :tenant, :scope, hash, :key_id, :origin, :family, :reason, :source, :now from unnest(:hashes::bytea[]) as hash
on conflict (address_hash, pack, tenant, scope, channel_family, reason, source, origin_hash) do update
   set since = case when s.until is null then s.since else excluded.since end, until = null;

-- name: spread
-- A person's no to everything, from whichever of his addresses it came, on each of them.
insert into engine.suppression as s (pack, tenant, scope, address_hash, key_id, origin_hash, channel_family, reason, source, since)
select distinct on (target.hash, said.reason, said.source, said.origin_hash)
       said.pack, said.tenant, said.scope, target.hash, :key_id, said.origin_hash, 'all', said.reason, said.source, said.since
  from engine.suppression said cross join unnest(:targets::bytea[]) as target (hash)
 where said.address_hash = any (:hashes::bytea[]) and said.pack = :pack and said.tenant = :tenant and said.scope = 'tenant'
   and said.channel_family = 'all' and said.reason <> 'bounced'
   and (said.until is null or said.until > :now)
 order by target.hash, said.reason, said.source, said.origin_hash, said.since
on conflict (address_hash, pack, tenant, scope, channel_family, reason, source, origin_hash) do update
   set until = null, since = excluded.since
 where s.until is not null;

-- name: lift
-- The person wants to hear again: ends what his own no had begun here, and nothing that a bounce, an import or the whole
-- installation holds.
update engine.suppression
   set until = :now
 where origin_hash = any (:hashes::bytea[]) and pack = :pack and tenant = :tenant and scope <> 'global'
   and reason in ('opted_out', 'carrier_blocked', 'unclear') and (:source::text is null or source = :source)
   and (until is null or until > :now);

-- name: find_holding
-- Whether a no of this address from this source holds.
select exists (select from engine.suppression
                where origin_hash = any (:hashes::bytea[]) and pack = :pack and tenant = :tenant and source = :source
                  and (until is null or until > :now)) as holds;

-- name: find_suppression
-- Why nothing may be sent to this address on a channel of the family.
select engine.suppression_reason(:pack, :tenant, :hashes, :family, :sequence, :now) as reason;

-- name: find_consent
-- What the ledger's last line about this address and family says.
select event from engine.consent_event
 where address_hash = any (:hashes::bytea[]) and pack = :pack and tenant = :tenant and scope = 'tenant' and channel_family in ('all', :family)
 order by at desc, id desc
 limit 1;

-- name: rehash
-- The address was seen again after a rotation: its suppressions move to the newest key's hash. Where one is there already, the
-- old one stays as it is and is found by its own key.
update engine.suppression s
   set address_hash = :hash, key_id = :key_id,
       origin_hash  = case when s.origin_hash = s.address_hash then :hash else s.origin_hash end
 where s.address_hash = any (:older::bytea[])
   and not exists (select from engine.suppression newer
                    where (newer.address_hash = :hash or newer.address_hash = any (:older::bytea[]) and newer.id > s.id) and newer.pack = s.pack and newer.tenant = s.tenant and newer.scope = s.scope
                      and newer.channel_family = s.channel_family and newer.reason = s.reason and newer.source = s.source);
