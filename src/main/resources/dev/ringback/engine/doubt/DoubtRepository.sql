-- name: raise
-- An answer that may be a no. The same answer again is the same doubt.
insert into engine.doubt (pack, tenant, address_hash, key_id, channel, message_id, rules, raised_at)
values (:pack, :tenant, :hash, :key_id, :channel, :message, :rules, :now)
on conflict (message_id, address_hash) do nothing
returning id;

-- name: list_open
-- What a tenant's people have to read, the latest first.
select d.id, d.message_id, d.channel, d.rules, d.raised_at, m.body_text as text
  from engine.doubt d left join engine.message m on m.id = d.message_id
 where d.pack = :pack and d.tenant = :tenant and d.settled_at is null and (d.raised_at, d.id) < (:before_at, :before_id)
 order by d.raised_at desc, d.id desc
 limit :limit;

-- name: settle
-- A human has read the answer: every doubt about it is settled.
update engine.doubt set settled_at = :now, settled_by = :settled_by, is_opt_out = :is_opt_out
 where message_id = (select asked.message_id from engine.doubt asked where asked.id = :id)
   and pack = :pack and tenant = :tenant and settled_at is null
returning channel, message_id,
          (select m.their_address from engine.message m
            where m.their_hash = doubt.address_hash and m.pack = doubt.pack and m.tenant = doubt.tenant and m.their_address <> 'erased'
            order by m.created_at desc
            limit 1) as address,
          address_hash, key_id;
