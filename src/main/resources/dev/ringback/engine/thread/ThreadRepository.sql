-- name: find_by_reference
-- The outbound message that a mail answers, by the references it carries; the latest of them.
select id, pack, tenant, subject_kind, subject_id, their_address from engine.message
 where reference = any (:references::text[]) and direction = 'out'
 order by created_at desc
 limit 1;

-- name: find_by_addresses
-- The last message between the two addresses, for answers that lost their references.
select id, pack, tenant, subject_kind, subject_id, their_address from engine.message
 where their_hash = any (:hashes::bytea[]) and our_address = any (:ours::text[]) and direction = 'out' and sent_at is not null
 order by created_at desc
 limit 1;

-- name: record_received
-- A person's message. The id names the provider's event: received twice is received once.
insert into engine.message
       (id, pack, tenant, subject_kind, subject_id, step, direction, channel, our_address, their_address, their_hash,
        their_key_id, subject, body_text, status, provider, provider_id, in_reply_to, received_at, created_at)
select :id, m.pack, m.tenant, m.subject_kind, m.subject_id, 'reply', 'in', m.channel, m.our_address, :their_address, :hash,
       :key_id, :subject, :text, 'received', :provider, :provider_id, m.id, :now, :now
  from engine.message m where m.id = :answered
on conflict (id) do nothing
returning id;
