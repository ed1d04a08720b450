-- name: lock
-- A lead that the caller may change, until the transaction ends: two changes at once are one after the other.
select id, current_tag, converted_at is not null as is_converted from growth.lead_memory where id = :id for no key update;

-- name: find_living_twin
-- The lead in which the same client meets the address of a deleted one again.
select twin.id
  from growth.lead_memory l
  join growth.lead_memory twin on twin.client_id = l.client_id and lower(twin.email) = lower(l.email) and not twin.deleted
 where l.id = :id and l.deleted;

-- name: explain
-- Why a conversion is reverted, for the rest of the transaction.
select set_config('growth.reversion_reason', :reason, true);

-- name: tag
-- The lead's new tag. Its triggers write the line of its history.
update growth.lead_memory
   set current_tag = :tag, estimated_value = coalesce(:value::text::numeric, estimated_value), last_updated = :now
 where id = :id;
