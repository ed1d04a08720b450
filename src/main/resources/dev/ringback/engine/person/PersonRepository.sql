-- name: find_known
-- Whose these addresses are, and whose the subject is, as far as this tenant knows.
select person_id, address from engine.address
 where pack = :pack and tenant = :tenant
   and (address = any (:addresses::text[]) or subject_kind = :subject_kind and subject_id = :subject_id);

-- name: find_all_known
-- As `find_known`, of many at once; with the row that brought each.
select person_id, address, case when subject_kind = :subject_kind then subject_id end as subject_id
  from engine.address
 where pack = :pack and tenant = :tenant
   and (address = any (:addresses::text[]) or subject_kind = :subject_kind and subject_id = any (:subject_ids::text[]));

-- name: create_all
-- Several new ones, each with his one address.
with given as materialized (
    select person, kind, address, hash, subject_id
      from unnest(:persons::uuid[], :kinds::text[], :addresses::text[], :hashes::bytea[], :subject_ids::text[])
           as g (person, kind, address, hash, subject_id)
), created as (
    insert into engine.person (id, pack, tenant, created_at) select person, :pack, :tenant, :now from given
)
insert into engine.address (person_id, pack, tenant, kind, address, address_hash, key_id, subject_kind, subject_id, linked_by, created_at)
select person, :pack, :tenant, kind, address, hash, :key_id, :subject_kind, subject_id, :linked_by, :now from given order by address;

-- name: create
-- Somebody new.
insert into engine.person (pack, tenant, created_at) values (:pack, :tenant, :now) returning id;

-- name: keep_addresses
-- These addresses are this person's, whosever they were.
insert into engine.address (person_id, pack, tenant, kind, address, address_hash, key_id, subject_kind, subject_id, linked_by, created_at)
select :person, :pack, :tenant, kind, address, hash, :key_id, :subject_kind, :subject_id, :linked_by, :now
  from unnest(:kinds::text[], :addresses::text[], :hashes::bytea[]) as given (kind, address, hash)
on conflict (pack, tenant, address) do update
   set person_id = excluded.person_id, address_hash = excluded.address_hash, key_id = excluded.key_id;

-- name: move_addresses
-- The addresses of persons who turned out to be this one.
update engine.address set person_id = :person where person_id = any (:others::uuid[]);

-- name: delete_persons
-- Nobody any more: their addresses moved.
delete from engine.person where id = any (:others::uuid[]);

-- name: list_addresses
-- Where a person is reached.
select address from engine.address where person_id = :person order by id;
