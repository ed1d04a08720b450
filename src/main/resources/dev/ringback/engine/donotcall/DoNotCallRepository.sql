-- name: find_block
-- The list that names the number; else that a list is too old to be trusted. Of each name the latest complete state counts.
with latest as (
    select distinct on (name) id, as_of from engine.dnc_list where completed_at is not null order by name, as_of desc
)
select case when exists (select from engine.dnc_entry e join latest on latest.id = e.list_id where e.address_hash = any (:hashes::bytea[]))
            then 'do_not_call'
            when exists (select from latest where as_of < :oldest) then 'list_outdated' end as reason;

-- name: open_list
-- The state of a list that a part belongs to; none where it is complete already.
insert into engine.dnc_list as l (name, as_of, imported_at) values (:name, :as_of, :now)
on conflict (name, as_of) do update set imported_at = :now where l.completed_at is null
returning id;

-- name: keep_numbers
-- Numbers of a list. A number twice is a number once.
insert into engine.dnc_entry (list_id, address_hash, key_id)
select :list, hash, :key_id from unnest(:hashes::bytea[]) as hash
on conflict (list_id, address_hash) do nothing;

-- name: complete_list
-- From now on this state counts.
update engine.dnc_list set completed_at = :now where id = :list;

-- name: delete_older
-- Earlier states of the list, with their numbers.
delete from engine.dnc_list where name = :name and as_of < :as_of;
