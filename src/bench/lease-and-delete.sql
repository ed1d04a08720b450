-- The least that leases rows with a fence each and deletes them: what a queue could do without a worker. :size rows.
select nextval('fence') as fence \gset
with free as (
  select id from item where fence is null order by id limit :size for update skip locked
), leased as (
  update item i set fence = :fence, until = clock_timestamp() + interval '30 seconds' from free f where i.id = f.id returning i.id
)
select coalesce(array_agg(id), '{}')::text as ids from leased \gset
delete from item where id = any (:ids::bigint[]) and fence = :fence;
