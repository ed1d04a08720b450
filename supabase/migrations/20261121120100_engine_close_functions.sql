-- Functions are everybody's when they are made, and default privileges of a schema cannot take that back: they only add to
-- those of the whole database. So what runs as its owner is closed by name; whom it is meant for has a grant.
do $$
declare
    opened regprocedure;
begin
    for opened in
        select p.oid
          from pg_catalog.pg_proc as p
         where p.prosecdef
           and p.pronamespace::regnamespace::text in ('engine', 'bids', 'roofing', 'recruiting', 'growth')
           and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0)
    loop
        execute format('revoke execute on function %s from public', opened);
    end loop;
end
$$;
