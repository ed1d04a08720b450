-- name: find_heard
-- When the recipients of these messages last wrote to the tenant since :since: by any channel, and by the message's own.
select m.id, heard.at, heard.here_at
  from engine.message m
 cross join lateral (
           select max(received_at) as at, max(received_at) filter (where message.channel = m.channel) as here_at
             from engine.message
            where message.their_hash = m.their_hash and message.pack = m.pack and message.tenant = m.tenant
              and message.direction = 'in' and message.received_at > :since) heard
 where m.id = any (:ids::uuid[]) and heard.at is not null;

-- name: find_used_up
-- Which of these messages would be one too many for the law, and until when; of several caps the one that holds longest.
select distinct on (m.id) m.id, nth.submitting_at + make_interval(secs => capped.seconds) as until, capped.reason
  from unnest(:ids::uuid[], :reasons::text[], :mosts::integer[], :seconds::bigint[]) as capped (id, reason, most, seconds)
  join engine.message m on m.id = capped.id
 cross join lateral (
           select submitting_at from engine.message
            where message.their_hash = any (engine.person_hashes(m.pack, m.tenant, m.their_hash)) and message.pack = m.pack
              and message.tenant = m.tenant and message.channel = m.channel
              and message.id <> m.id and message.direction = 'out'
              and message.submitting_at > :now::timestamptz - make_interval(secs => capped.seconds)
            order by message.submitting_at desc
           offset capped.most - 1
            limit 1) nth
 order by m.id, until desc;
