-- Splinter's catalogue of checks, as far as catalogs can answer it, in queries of our own; the number is Splinter's. Each
-- gives one column, the object that was found. `:schemas` are ours, `:exposed` those that the data API serves.

-- name: unindexed_foreign_keys
-- INFO 0001: a deletion at the other end, and each join, reads the whole table.
select format('%s %s', k.conrelid::regclass, k.conname) as object
  from pg_constraint as k
 where k.contype = 'f'
   and k.connamespace::regnamespace::text = any (:schemas)
   and not exists (select from pg_index as i
                    where i.indrelid = k.conrelid
                      and i.indisvalid
                      and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\(\w+ IS NOT NULL\)$')
                      and (i.indkey::smallint[])[0 : cardinality(k.conkey) - 1] @> k.conkey)
 order by 1;

-- name: auth_rls_initplan
-- WARN 0003: what doesn't depend on the row is asked once per row unless a sub-select holds it.
select format('%I.%I %I', schemaname, tablename, policyname) as object
  from pg_policies,
       regexp_replace(concat_ws(' ', qual, with_check), 'select\s+\(*(\w+\.\w+\(\)|current_setting\()', '', 'gi') as unwrapped
 where schemaname = any (:schemas)
   and unwrapped ~ '\m\w+\.\w+\(\)|\mcurrent_setting\('
 order by 1;

-- name: no_primary_key
-- INFO 0004: a table without a primary key.
select t.oid::regclass::text as object
  from pg_class as t
 where t.relkind in ('r', 'p')
   and t.relnamespace::regnamespace::text = any (:schemas)
   and not exists (select from pg_index as i where i.indrelid = t.oid and i.indisprimary)
 order by 1;

-- name: multiple_permissive_policies
-- WARN 0006: each policy of a role and verb is run for every row; one with `or` is enough.
select format('%I.%I %s %s', p.schemaname, p.tablename, r.rolname, verb) as object
  from pg_policies as p
  join pg_roles as r on r.rolname = any (p.roles) or p.roles = '{public}'
 cross join unnest(case p.cmd when 'ALL' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array[p.cmd] end) as verb
 where p.schemaname = any (:schemas)
   and p.permissive = 'PERMISSIVE'
   and r.rolname in ('anon', 'authenticated', 'ringback', 'authenticator')
 group by p.schemaname, p.tablename, r.rolname, verb
having count(*) > 1
 order by 1;

-- name: policy_exists_rls_disabled
-- ERROR 0007: a policy without row level security guards nothing.
select distinct p.polrelid::regclass::text as object
  from pg_policy as p
  join pg_class as t on t.oid = p.polrelid
 where t.relnamespace::regnamespace::text = any (:schemas)
   and not t.relrowsecurity
 order by 1;

-- name: rls_enabled_no_policy
-- INFO 0008: only the service and the owner get at the rows.
select t.oid::regclass::text as object
  from pg_class as t
 where t.relkind in ('r', 'p')
   and t.relnamespace::regnamespace::text = any (:schemas)
   and t.relrowsecurity
   and not exists (select from pg_policy as p where p.polrelid = t.oid)
 order by 1;

-- name: duplicate_index
-- WARN 0009: one of two equal indexes only costs. Stricter than Splinter: unique or not is no difference.
select format('%s: %s', i.indrelid::regclass, string_agg(i.indexrelid::regclass::text, ', ' order by i.indexrelid::regclass::text)) as object
  from pg_index as i
  join pg_class as x on x.oid = i.indexrelid
 where x.relnamespace::regnamespace::text = any (:schemas)
 group by i.indrelid, x.relam, i.indkey::text, i.indclass::text, i.indcollation::text, i.indoption::text,
          pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)
having count(*) > 1
 order by 1;

-- name: security_definer_view
-- ERROR 0010: a view that reads as its owner passes by row level security.
select v.oid::regclass::text as object
  from pg_class as v
 where v.relkind = 'v'
   and v.relnamespace::regnamespace::text = any (:schemas)
   and not coalesce(lower(v.reloptions::text)::text[], '{}')
           && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes']
 order by 1;

-- name: function_search_path_mutable
-- WARN 0011: who calls the function could choose which table it means.
select f.oid::regprocedure::text as object
  from pg_proc as f
 where f.pronamespace::regnamespace::text = any (:schemas)
   and not exists (select from unnest(f.proconfig) as setting where setting like 'search_path=%')
 order by 1;

-- name: rls_disabled_in_public
-- ERROR 0013: a table without row level security. Stricter than Splinter: the engine's too.
select t.oid::regclass::text as object
  from pg_class as t
 where t.relkind in ('r', 'p')
   and t.relnamespace::regnamespace::text = any (:schemas)
   and not t.relrowsecurity
 order by 1;

-- name: extension_in_public
-- WARN 0014: an extension's functions would be served, too.
select extname::text as object
  from pg_extension
 where extnamespace::regnamespace::text = any (:schemas)
    or extnamespace = 'public'::regnamespace
 order by 1;

-- name: rls_references_user_metadata
-- ERROR 0015: users write their own metadata.
select format('%I.%I %I', schemaname, tablename, policyname) as object
  from pg_policies
 where schemaname = any (:schemas)
   and concat_ws(' ', qual, with_check) ~ 'user_metadata'
 order by 1;

-- name: materialized_view_in_api
-- WARN 0016: a materialised view has no row level security.
select m.oid::regclass::text as object
  from pg_class as m
 where m.relkind = 'm'
   and m.relnamespace::regnamespace::text = any (:exposed)
   and (has_table_privilege('anon', m.oid, 'select') or has_table_privilege('authenticated', m.oid, 'select'))
 order by 1;

-- name: unsupported_reg_types
-- WARN 0018: pg_upgrade stops at columns of these types.
select format('%s.%I', a.attrelid::regclass, a.attname) as object
  from pg_attribute as a
  join pg_class as t on t.oid = a.attrelid and t.relkind in ('r', 'p', 'm')
 where t.relnamespace::regnamespace::text = any (:schemas)
   and a.atttypid in ('regcollation'::regtype, 'regconfig'::regtype, 'regdictionary'::regtype, 'regnamespace'::regtype, 'regoper'::regtype,
                      'regoperator'::regtype, 'regproc'::regtype, 'regprocedure'::regtype)
 order by 1;

-- name: fkey_to_auth_unique
-- ERROR 0021: the platform may drop unique constraints of its `auth` schema; only primary keys stay.
select format('%s %s', k.conrelid::regclass, k.conname) as object
  from pg_constraint as k
  join pg_class as target on target.oid = k.confrelid
  join pg_index as i on i.indexrelid = k.conindid
 where k.contype = 'f'
   and k.connamespace::regnamespace::text = any (:schemas)
   and target.relnamespace = 'auth'::regnamespace
   and not i.indisprimary
 order by 1;

-- name: sensitive_columns_exposed
-- ERROR 0023: secrets that anybody who is signed in may select. Stricter than Splinter: row level security is no excuse.
select format('%s.%I %s', a.attrelid::regclass, a.attname, role) as object
  from pg_attribute as a
  join pg_class as t on t.oid = a.attrelid and t.relkind in ('r', 'p', 'v', 'm')
 cross join unnest(array['anon', 'authenticated']) as role
 where t.relnamespace::regnamespace::text = any (:exposed)
   and a.attnum > 0
   and not a.attisdropped
   and a.attname ~ '(^|_)(passw(or)?d|passphrase|secret|private_key|api_key|apikey|jwt|token|otp|cvv|iban|ssn)(_hash|_digest)?$'
   and has_column_privilege(role, t.oid, a.attnum, 'select')
 order by 1;

-- name: rls_policy_always_true
-- WARN 0024: a policy that lets everybody write everything is none.
select format('%I.%I %I', schemaname, tablename, policyname) as object
  from pg_policies
 where schemaname = any (:schemas)
   and permissive = 'PERMISSIVE'
   and roles && array['public', 'anon', 'authenticated']::name[]
   and cmd <> 'SELECT'
   and (regexp_replace(lower(qual), '[\s()]', '', 'g') in ('true', '1=1')
        or regexp_replace(lower(with_check), '[\s()]', '', 'g') in ('true', '1=1')
        or cmd = 'INSERT' and with_check is null
        or cmd in ('UPDATE', 'DELETE', 'ALL') and qual is null)
 order by 1;

-- name: anon_security_definer_function_executable
-- WARN 0028: anybody could call by the data API what runs as its owner.
select f.oid::regprocedure::text as object
  from pg_proc as f
 where f.prosecdef
   and f.pronamespace::regnamespace::text = any (:exposed)
   and has_function_privilege('anon', f.oid, 'execute')
 order by 1;

-- name: authenticated_security_definer_function_executable
-- WARN 0029: the same for everybody who is signed in.
select f.oid::regprocedure::text as object
  from pg_proc as f
 where f.prosecdef
   and f.pronamespace::regnamespace::text = any (:exposed)
   and has_function_privilege('authenticated', f.oid, 'execute')
 order by 1;

-- name: unindexed_policy_columns
-- INFO ours: a column that a policy compares wants an index that begins with it, or with others of the same policy and it.
with compared as (
    select d.objid as policy, d.refobjid as relation, array_agg(d.refobjsubid::smallint) as columns
      from pg_depend as d
      join pg_policy as p on p.oid = d.objid and p.polrelid = d.refobjid
     where d.classid = 'pg_policy'::regclass
       and d.refclassid = 'pg_class'::regclass
       and d.refobjsubid > 0
     group by d.objid, d.refobjid
)
select distinct format('%s.%I', a.attrelid::regclass, a.attname) as object
  from compared as c
  join pg_class as t on t.oid = c.relation
  join pg_attribute as a on a.attrelid = t.oid and a.attnum = any (c.columns)
 where t.relnamespace::regnamespace::text = any (:schemas)
   and not exists (select from pg_index as i
                    where i.indrelid = t.oid
                      and (i.indkey::smallint[])[0 : array_position(i.indkey::smallint[], a.attnum)] <@ c.columns)
 order by 1;

-- name: engine_definer_function_executable
-- INFO ours: the engine's functions that anybody who is signed in may run as their owner, by SQL if not by the data API.
select f.oid::regprocedure::text as object
  from pg_proc as f
 where f.prosecdef
   and f.pronamespace::regnamespace::text = any (:schemas)
   and not f.pronamespace::regnamespace::text = any (:exposed)
   and (has_function_privilege('authenticated', f.oid, 'execute') or has_function_privilege('anon', f.oid, 'execute'))
 order by 1;

-- name: granted_to_anon
-- ERROR ours: whoever is not signed in may touch nothing but public endpoints.
select t.oid::regclass::text as object
  from pg_class as t
 where t.relkind in ('r', 'p', 'v', 'm', 'S')
   and t.relnamespace::regnamespace::text = any (:schemas)
   and (t.relkind <> 'S' and has_any_column_privilege('anon', t.oid, 'select, insert, update')
        or has_table_privilege('anon', t.oid, 'select, insert, update, delete, truncate'))
 order by 1;
