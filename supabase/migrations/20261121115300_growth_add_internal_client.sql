-- The agency itself is a client. Its key and password are the columns' defaults, which open nothing, until it gets real ones.
insert into growth.clients (client_id, business_name, email, is_internal)
values ('00000000-0000-0000-0000-000000000001', 'Avenir AI Solutions', 'internal@aveniraisolutions.ca', true)
on conflict (client_id) do update set is_internal = true;

-- How big the tables are and which indexes are used. The document's query reads columns that pg_stat_user_indexes does not have.
create function growth.storage_report()
    returns table (schemaname name, tablename name, table_size text, indexname name, index_size text, index_scans bigint, tuples_read bigint)
    language sql stable
    set search_path = ''
as $$
    select i.schemaname, i.relname, pg_catalog.pg_size_pretty(pg_catalog.pg_total_relation_size(i.relid)), i.indexrelname,
           pg_catalog.pg_size_pretty(pg_catalog.pg_relation_size(i.indexrelid)), i.idx_scan, i.idx_tup_read
      from pg_catalog.pg_stat_user_indexes i
     where i.schemaname = 'growth'
     order by pg_catalog.pg_total_relation_size(i.relid) desc, i.idx_scan desc
$$;
comment on function growth.storage_report() is 'ringback: sizes and index usage of this schema, largest table first';
revoke execute on function growth.storage_report() from public;
grant execute on function growth.storage_report() to service_role;
