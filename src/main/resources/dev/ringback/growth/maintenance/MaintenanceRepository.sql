-- name: archive
-- Active leads that nobody touched since :before; a lead that somebody holds waits for the next night.
with idle as (
    select l.id
      from growth.lead_memory l
     where l.current_tag = 'Active' and l.last_submitted_at < :before and l."timestamp" < :before
       and not exists (select from growth.lead_actions a where a.lead_id = l.id and a."timestamp" >= :before)
     order by l.last_submitted_at
     limit :limit
       for no key update of l skip locked
)
update growth.lead_memory l set current_tag = 'Archived', last_updated = :now from idle where l.id = idle.id;

-- name: list_tests
-- What is a test or looks like one, clients first; the agency itself never is.
select 'client' as kind, c.client_id as id, c.client_id, c.email, c.is_test as confirmed
  from growth.clients c
 where (c.is_test or growth.looks_like_test(c.email)) and not c.is_internal and (:client::uuid is null or c.client_id = :client)
union all
select 'lead', l.id, l.client_id, l.email, coalesce(l.is_test, false)
  from growth.lead_memory l
 where (coalesce(l.is_test, false) or growth.looks_like_test(l.email)) and (:client::uuid is null or l.client_id = :client)
 order by kind, id
 limit :limit;

-- name: confirm
-- A human said whether these are tests.
with clients as (
    update growth.clients set is_test = :is_test where client_id = any (:clients::uuid[]) and not is_internal
    returning client_id, email, is_test
), leads as (
    update growth.lead_memory set is_test = :is_test where id = any (:leads::uuid[])
    returning id, client_id, email, is_test
)
select 'client' as kind, client_id as id, client_id, email, is_test as confirmed from clients
union all
select 'lead', id, client_id, email, is_test from leads
 order by kind, id;

-- name: lock_tests
-- Those that are confirmed tests, until the transaction ends; a lead also where its client is one.
with clients as (
    select client_id as id from growth.clients where client_id = any (:clients::uuid[]) and is_test and not is_internal for update
), leads as (
    select l.id
      from growth.lead_memory l join growth.clients c on c.client_id = l.client_id
     where l.id = any (:leads::uuid[]) and (l.is_test or c.is_test)
       for update of l
)
select 'client' as kind, id from clients union all select 'lead', id from leads;

-- name: measure
-- What goes with these clients and leads.
with gone as (
    select id from growth.lead_memory where id = any (:leads::uuid[]) or client_id = any (:clients::uuid[])
)
select cardinality(:clients::uuid[])::bigint as clients, (select count(*) from gone) as leads,
       (select count(*) from growth.lead_actions where lead_id in (select id from gone) or client_id = any (:clients::uuid[])) as actions,
       (select count(*) from growth.growth_brain where client_id = any (:clients::uuid[])) as insights;

-- name: purge
-- They go, and what belongs to them with them.
with leads as (
    delete from growth.lead_memory where id = any (:leads::uuid[]) and not client_id = any (:clients::uuid[])
)
delete from growth.clients where client_id = any (:clients::uuid[]) and is_test and not is_internal;

-- name: report
-- Sizes of tables and indexes, and how much they are used.
select schemaname::text, tablename::text, table_size, indexname::text, index_size, index_scans, tuples_read from growth.storage_report();
