-- name: record
-- What was found other than by a statement of its own.
insert into engine.violation as v (rule, object_id, found_at, seen_at)
select :rule, id, :now, :now from unnest(:ids::text[]) as id
on conflict (rule, object_id) do update set seen_at = excluded.seen_at, resolved_at = null;

-- name: resolve
-- What was not found any more.
update engine.violation set resolved_at = :now where rule = :rule and resolved_at is null and seen_at < :now;

-- name: count_open
-- For the report and the metric.
select rule, count(*)::integer as open from engine.violation where resolved_at is null group by rule;
