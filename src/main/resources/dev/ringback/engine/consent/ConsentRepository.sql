-- name: record_event
-- One line of the ledger.
insert into engine.consent_event (pack, tenant, address_hash, key_id, channel_family, event, source, evidence, at)
values (:pack, :tenant, :hash, :key_id, :family, :event, :source, :evidence, :now);

-- name: suppress
-- Nothing more goes to this address. A suppression that is already there keeps its date; one that had an end has none now.
insert into engine.suppression (pack, tenant, address_hash, key_id, channel_family, reason, since)
values (:pack, :tenant, :hash, :key_id, :family, :reason, :now)
on conflict (address_hash, pack, tenant, channel_family) do update set until = null, reason = excluded.reason;

-- name: find_suppression
-- Why nothing may be sent to this address on a channel of the family; the oldest reason.
select reason from engine.suppression
 where address_hash = any (:hashes::bytea[]) and pack = :pack and tenant = :tenant and channel_family in ('all', :family)
   and (until is null or until > :now)
 order by since
 limit 1;
