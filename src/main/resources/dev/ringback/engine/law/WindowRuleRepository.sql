-- name: list_rules
-- All legal hours; there are some hundreds.
select jurisdiction, channel, purpose, weekday, opens, closes, covers_answers from engine.window_rule;

-- name: list_holidays
-- The closed dates that a question from now on can meet.
select jurisdiction, channel, day from engine.window_holiday where day between (:now::timestamptz)::date - 3 and (:now::timestamptz)::date + 40;

-- name: list_caps
-- All legal caps.
select jurisdiction, channel, purpose, most, extract(epoch from period)::bigint as period_seconds from engine.window_cap;
