-- name: lock_tenant
-- Whoever takes or ends a no of this tenant's people, or says who is who, waits for the others. One lock and the first of its
-- transaction, since two would be taken in two orders; a tenant's noes are rare enough. The gate takes only its buckets.
select pg_advisory_xact_lock(hashtextextended('engine.consent:' || :pack || ':' || :tenant, 0)) is null as locked;

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
-- Nothing more goes to these addresses, or nothing until a date. A suppression that holds already keeps its beginning; one that had
-- ended begins anew.
insert into engine.suppression as s (pack, tenant, scope, address_hash, key_id, origin_hash, channel_family, reason, source, since, until)
select :pack, :tenant, :scope, hash, key_id, :origin, :family, :reason, :source, :now, :until::timestamptz
  from unnest(:hashes::bytea[], :key_ids::text[]) as address (hash, key_id)
 order by hash
on conflict (address_hash, pack, tenant, scope, channel_family, reason, source, origin_hash) do update
   set since = case when s.until is null or s.until > :now then s.since else excluded.since end, until = excluded.until;

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
-- The person wants to hear again: ends what this address's own no had begun here on these channels, or on all of them, and
-- nothing that a bounce, an import, a sequence or the whole installation holds.
update engine.suppression
   set until = :now
 where origin_hash = any (:hashes::bytea[]) and pack = :pack and tenant = :tenant and scope = 'tenant'
   and (:family::text is null or channel_family in ('all', :family))
   and reason in ('opted_out', 'carrier_blocked', 'unclear') and (:source::text is null or source = :source)
   and (until is null or until > :now);

-- name: find_holding
-- Whether a no of this address from this source holds.
select exists (select from engine.suppression
                where origin_hash = any (:hashes::bytea[]) and pack = :pack and tenant = :tenant and source = :source
                  and (until is null or until > :now)) as holds;

-- name: find_suppression
-- Why nothing may be sent to this address on a channel of the family.
select engine.suppression_reason(:pack, :tenant, :hashes, :family, null, :now) as reason;

-- name: find_suppressions
-- To which of these addresses nothing may be sent on a channel of the family, and why; each has a hash by every live key.
select address, reason
  from (
           select a.address, engine.suppression_reason(:pack, :tenant, array_agg(a.hash), :family, null, :now) as reason
             from unnest(:addresses::text[], :hashes::bytea[]) as a (address, hash)
            group by a.address) s
 where reason is not null;

-- name: find_consent
-- What the ledger's last line about this address and family says.
select event from engine.consent_event
 where address_hash = any (:hashes::bytea[]) and pack = :pack and tenant = :tenant and scope = 'tenant' and channel_family in ('all', :family)
 order by at desc, id desc
 limit 1;

-- name: rehash
-- The address was seen again after a rotation: its suppressions move to the newest key's hash. Of several that become the same one
-- the one that holds decides: where the newest key's had ended, that begins anew, and the other stays and is found by its own key.
update engine.suppression s
   set address_hash = :hash, key_id = :key_id, origin_hash = moved.origin, since = moved.since, until = moved.until
  from (
           select id, origin, rank, first_value(since) over same as since, first_value(until) over same as until
             from (
                      select id, pack, tenant, scope, channel_family, reason, source, since, until, origin, holds,
                             row_number() over (partition by pack, tenant, scope, channel_family, reason, source, origin
                                                    order by address_hash = :hash desc, holds desc, id desc) as rank
                        from (
                                 select id, address_hash, pack, tenant, scope, channel_family, reason, source, since, until,
                                        until is null or until > :now as holds,
                                        case when origin_hash = address_hash then :hash::bytea else origin_hash end as origin
                                   from engine.suppression
                                  where address_hash = :hash or address_hash = any (:older::bytea[])) a) ranked
           window same as (partition by pack, tenant, scope, channel_family, reason, source, origin order by holds desc, rank)) moved
 where moved.id = s.id and moved.rank = 1
   and (s.address_hash <> :hash or s.since <> moved.since or s.until is distinct from moved.until);
