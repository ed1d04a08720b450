-- name: find_recipients
-- Who got these messages, tenant by tenant in one order. What is left of an erased address is its hash.
select id, pack, tenant, channel, their_address, their_hash, their_key_id,
       their_address = 'erased' and their_key_id is not null as is_erased
  from engine.message
 where id = any (:messages::uuid[]) and direction = 'out'
 order by pack, tenant, id;

-- name: find_recorded
-- Which of the reports are recorded already, by their place.
select r.ord::integer as ord
  from unnest(:messages::uuid[], :events::engine.message_status[], :providers::text[], :event_ids::text[])
       with ordinality as r (message, event, provider, event_id, ord)
  join engine.message_event e
    on e.message = r.message and e.event = r.event and e.provider = r.provider and e.event_id = r.event_id;

-- name: is_bouncing
-- Whether the last messages to an address all came back, so many of them and over so long.
select count(*) >= :most and max(m.bounced_at) - min(m.bounced_at) >= make_interval(secs => :over_seconds::double precision) as is_bouncing
  from engine.message m
 where m.their_hash = any (:hashes::bytea[]) and m.pack = :pack and m.tenant = :tenant and m.channel = :channel and m.direction = 'out'
   and m.submitting_at is not null and m.bounced_at is not null
   and not exists (select from engine.message x
                    where x.their_hash = any (:hashes::bytea[]) and x.pack = :pack and x.tenant = :tenant and x.channel = :channel
                      and x.direction = 'out' and x.submitting_at > m.submitting_at and x.bounced_at is null
                      and coalesce(x.delivered_at, x.opened_at, x.read_at, x.clicked_at, x.replied_at) is not null);
