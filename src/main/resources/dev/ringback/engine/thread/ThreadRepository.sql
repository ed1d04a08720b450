-- name: find_by_id
-- The outbound message that the address of an answer names.
select id, pack, tenant, subject_kind, subject_id, their_address from engine.message where id = :id and direction = 'out';

-- name: find_by_reference
-- The outbound message that an arrival says it answers: by the references of a mail, or by the provider's id; the latest of them.
select id, pack, tenant, subject_kind, subject_id, their_address
  from (
           select id, pack, tenant, subject_kind, subject_id, their_address, created_at from engine.message
            where reference = any (:references::text[]) and direction = 'out'
           union all
           select id, pack, tenant, subject_kind, subject_id, their_address, created_at from engine.message
            where provider = :provider and provider_id = any (:references::text[]) and direction = 'out') m
 order by created_at desc
 limit 1;

-- name: find_by_addresses
-- The last message between the two addresses, for answers that name none; one of the same channel before one of another, since a
-- person may answer a call with a text.
select id, pack, tenant, subject_kind, subject_id, their_address from engine.message
 where their_hash = any (:hashes::bytea[]) and our_address = any (:ours::text[]) and direction = 'out' and sent_at is not null
 order by channel = :channel desc, created_at desc
 limit 1;

-- name: find_owners
-- Who writes from these addresses of ours; a number is one for texts and calls alike. An address of the installation's own is that of
-- all who have none.
select distinct pack, tenant from engine.sender_identity
 where (channel = 'email') = (:channel = 'email')
   and (address = any (:ours::text[]) or address is null and channel = any (:shared::text[]))
 order by pack, tenant;

-- name: find_last
-- The last message to the subject at this address, for an arrival that its pack took for the subject's.
select id from engine.message
 where pack = :pack and subject_kind = :subject_kind and subject_id = :subject_id and their_hash = any (:hashes::bytea[])
   and direction = 'out' and channel = :channel and sent_at is not null
 order by created_at desc
 limit 1;

-- name: record_received
-- A person's message. The id names the provider's event: received twice is received once. Our address is the one that we wrote
-- from, where it answers something of the same channel.
insert into engine.message
       (id, pack, tenant, subject_kind, subject_id, step, direction, channel, our_address, their_address, their_hash,
        their_key_id, subject, body_text, variables, status, provider, provider_id, in_reply_to, received_at, created_at)
select :id, :pack, :tenant, :subject_kind, :subject_id, 'reply', 'in', :channel, coalesce(m.our_address, :our_address), :their_address, :hash,
       :key_id, :subject, :text, :media, 'received', :provider, :provider_id, :answered::uuid, :at, :now
  from (select) always
  left join engine.message m on m.id = :answered::uuid and m.channel = :channel
on conflict (id) do nothing
returning id;
