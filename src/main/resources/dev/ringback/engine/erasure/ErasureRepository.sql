-- name: list_addresses
-- All addresses of the person who has this one.
select other.address
  from engine.address own join engine.address other on other.person_id = own.person_id
 where own.pack = :pack and own.tenant = :tenant and own.address = :address
 order by other.id;

-- name: list_messages
-- What was written to these addresses and came from them, in order.
select id, coalesce(sent_at, received_at, decided_at, created_at) as at, direction, channel, step, status, reason, their_address, subject, body_text
  from engine.message
 where pack = :pack and tenant = :tenant and their_hash = any (:hashes::bytea[])
 order by 2, id
 limit :limit;

-- name: list_entries
-- What the ledger holds about them.
select at, event, channel_family, scope, source, evidence, text_version from engine.consent_event
 where address_hash = any (:hashes::bytea[]) and (pack = :pack and tenant = :tenant or scope = 'global')
 order by at, id
 limit :limit;

-- name: list_suppressions
-- What holds sends to them back, or did.
select since, until, channel_family, scope, reason, source from engine.suppression
 where address_hash = any (:hashes::bytea[]) and (pack = :pack and tenant = :tenant or scope = 'global')
 order by since, id
 limit :limit;

-- name: erase_messages
-- Texts and addresses of the messages go; the rows, their times and their hashes stay.
select engine.erase_messages(:pack, :tenant, :hashes, :now) as erased;

-- name: delete_person
-- The addresses go with the person.
delete from engine.person p
 using engine.address a
 where a.person_id = p.id and a.pack = :pack and a.tenant = :tenant and a.address = any (:addresses::text[]);
