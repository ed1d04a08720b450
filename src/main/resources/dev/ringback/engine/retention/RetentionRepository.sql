-- name: drop_bodies
-- The raw text goes, that it came stays.
update engine.inbox set body = ''
 where id in (select id from engine.inbox
               where received_at < :before and processed_at is not null and body <> ''
               limit :limit
                 for update skip locked);

-- name: delete_calendar_runs
-- Of jobs with slots; one that still runs stays.
delete from engine.run
 where id in (select id from engine.run where finished_at < :before and slot is not null limit :limit for update skip locked);

-- name: delete_draining_runs
-- Of jobs without slots.
delete from engine.run
 where id in (select id from engine.run where finished_at < :before and slot is null limit :limit for update skip locked);

-- name: delete_violations
-- Those that were resolved.
delete from engine.violation
 where (rule, object_id) in (select rule, object_id from engine.violation where resolved_at < :before limit :limit for update skip locked);

-- name: delete_model_answers
-- What they were good for stands where it was made use of.
delete from engine.model_answer
 where (purpose, cause) in (select purpose, cause from engine.model_answer where at < :before limit :limit for update skip locked);
