-- name: skew
-- How far the database's own clock is ahead.
select (extract(epoch from clock_timestamp() - :now::timestamptz) * 1000)::bigint as millis;
