-- name: find_recipient
-- Who got the message, as its tenant knows him; of an erased address the hash is left.
select m.pack, m.tenant, nullif(m.their_address, 'erased') as their_address, m.their_hash, coalesce(m.their_key_id, 'unknown') as their_key_id,
       m.channel, coalesce(m.language, 'en') as language, s.display_name
  from engine.message m
  left join engine.sender_identity s on s.pack = m.pack and s.tenant = m.tenant and s.channel = m.channel
 where m.id = :id and m.direction = 'out';

-- name: list_addresses
-- Where the recipient is reached: all of the person's addresses, or the one that the message went to.
select other.kind, other.address
  from engine.address own join engine.address other on other.person_id = own.person_id
 where own.pack = :pack and own.tenant = :tenant and own.address = :address
 order by other.id;
