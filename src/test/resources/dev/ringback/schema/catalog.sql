-- A database's schema as lines of text, so that two can be compared. Each statement gives one column. `:schemas` are ours.

-- name: relations
-- Tables, views and sequences with what they are, whose, and who may do what.
select format('%s %s owner %s rls %s %s acl %s comment %s', c.relkind, c.oid::regclass, c.relowner::regrole, c.relrowsecurity,
              c.reloptions, (select array_agg(entry::text order by entry::text) from unnest(c.relacl) as entry),
              obj_description(c.oid, 'pg_class'))
  from pg_class as c
 where c.relnamespace::regnamespace::text = any (:schemas)
   and c.relkind in ('r', 'p', 'v', 'm', 'S');

-- name: columns
-- Their columns in order.
select format('%s %s %I %s not null %s identity %s generated %s default %s acl %s comment %s', a.attrelid::regclass, a.attnum, a.attname,
              format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
              (select array_agg(entry::text order by entry::text) from unnest(a.attacl) as entry), col_description(a.attrelid, a.attnum))
  from pg_attribute as a
  join pg_class as c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm')
  left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
 where c.relnamespace::regnamespace::text = any (:schemas)
   and a.attnum > 0
   and not a.attisdropped;

-- name: constraints
-- Keys and checks.
select format('%s %I %s comment %s', conrelid::regclass, conname, pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint'))
  from pg_constraint
 where connamespace::regnamespace::text = any (:schemas);

-- name: indexes
-- Indexes.
select format('%s valid %s', pg_get_indexdef(i.indexrelid), i.indisvalid)
  from pg_index as i
  join pg_class as c on c.oid = i.indexrelid
 where c.relnamespace::regnamespace::text = any (:schemas);

-- name: views
-- What views say.
select format('%s %s', c.oid::regclass, pg_get_viewdef(c.oid))
  from pg_class as c
 where c.relnamespace::regnamespace::text = any (:schemas)
   and c.relkind in ('v', 'm');

-- name: policies
-- Row level security.
select concat_ws(' ', schemaname, tablename, policyname, permissive, roles::text, cmd, qual, with_check)
  from pg_policies
 where schemaname = any (:schemas);

-- name: triggers
-- Triggers that somebody made.
select pg_get_triggerdef(t.oid)
  from pg_trigger as t
  join pg_class as c on c.oid = t.tgrelid
 where c.relnamespace::regnamespace::text = any (:schemas)
   and not t.tgisinternal;

-- name: functions
-- Functions with their text and who may run them.
select format('%s owner %s acl %s comment %s', pg_get_functiondef(p.oid), p.proowner::regrole,
              (select array_agg(entry::text order by entry::text) from unnest(p.proacl) as entry), obj_description(p.oid, 'pg_proc'))
  from pg_proc as p
 where p.pronamespace::regnamespace::text = any (:schemas)
   and p.prokind <> 'a';

-- name: enums
-- Enums with their labels.
select format('%s %s', e.enumtypid::regtype, array_agg(e.enumlabel order by e.enumsortorder))
  from pg_enum as e
  join pg_type as t on t.oid = e.enumtypid
 where t.typnamespace::regnamespace::text = any (:schemas)
 group by e.enumtypid;

-- name: schemas
-- The schemas themselves.
select format('%s owner %s acl %s comment %s', nspname, nspowner::regrole,
              (select array_agg(entry::text order by entry::text) from unnest(nspacl) as entry), obj_description(oid, 'pg_namespace'))
  from pg_namespace
 where nspname = any (:schemas);

-- name: extensions
-- What is installed.
select format('%s %s %s', extname, extversion, extnamespace::regnamespace)
  from pg_extension;

-- name: login
-- The role that the functions log in as.
select format('%s login %s inherit %s bypassrls %s of %s', rolname, rolcanlogin, rolinherit, rolbypassrls,
              (select array_agg(roleid::regrole::text order by roleid::regrole::text) from pg_auth_members where member = r.oid))
  from pg_roles as r
 where rolname = 'ringback';

-- name: rows
-- How many rows each table was shipped with.
select format('%s %s', c.oid::regclass, (xpath('//c/text()', query_to_xml('select count(*) as c from ' || c.oid::regclass, false, true, '')))[1])
  from pg_class as c
 where c.relnamespace::regnamespace::text = any (:schemas)
   and c.relkind in ('r', 'p');

-- name: schedules
-- What pg_cron was told.
select format('%s %s %s', jobname, schedule, command)
  from cron.job;
