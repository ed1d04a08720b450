-- name: record
-- The first that sends says whom the database belongs to.
insert into engine.environment (project, claimed_at, claimed_by)
values (coalesce(:project::text, engine.here()), :now, :by)
on conflict (only_row) do nothing;

-- name: claim
-- The database belongs to this project from now on.
insert into engine.environment (project, claimed_at, claimed_by)
values (coalesce(:project::text, engine.here()), :now, :by)
on conflict (only_row) do update set project = excluded.project, claimed_at = excluded.claimed_at, claimed_by = excluded.claimed_by;

-- name: read
-- Where we are, whom the database belongs to, and whether that keeps it from sending.
select h.here, e.project, coalesce(e.project <> h.here, false) as locked, e.claimed_at, e.claimed_by
  from (select coalesce(:project::text, engine.here()) as here) h left join engine.environment e on true;
