-- name: take_slot
-- A calendar job's slot: new, or of a run that died, failed or left something over. No row where somebody has it or it is done.
insert into engine.run as r (id, job, slot, instance, started_at, lease_until)
values (:id, :job, :slot, :instance, :now, clock_timestamp() + make_interval(secs => :lease_seconds))
on conflict (job, slot) do update
   set instance    = excluded.instance,
       lease_until = clock_timestamp() + make_interval(secs => :lease_seconds),
       takes       = r.takes + 1
 where r.finished_at is null and (r.lease_until is null or r.lease_until < clock_timestamp())
returning id, takes;

-- name: extend_lease
-- The heartbeat: no row means that the run is somebody else's.
update engine.run set lease_until = clock_timestamp() + make_interval(secs => :lease_seconds)
 where id = :id and takes = :takes and finished_at is null;

-- name: record_finished
-- What this take did is added to those before it, once: the fence moves on. What left something over stays open for the next.
update engine.run
   set finished_at = case when :remaining = 0 then :now::timestamptz end,
       lease_until = null,
       takes       = takes + 1,
       claimed     = claimed + :claimed,
       done        = done + :done,
       snoozed     = snoozed + :snoozed,
       failed      = failed + :failed,
       cancelled   = cancelled + :cancelled,
       remaining   = :remaining,
       next_due_at = :next_due_at,
       error       = null
 where id = :id and takes = :takes and finished_at is null;

-- name: record_failed
-- The slot may be tried again after a while, and is given up with its last failure.
update engine.run
   set finished_at = case when failures + 1 >= :most_failures then :now::timestamptz end,
       lease_until = clock_timestamp() + make_interval(secs => :retry_seconds),
       takes       = takes + 1,
       failures    = failures + 1,
       error       = :error
 where id = :id and takes = :takes and finished_at is null;

-- name: record_drained
-- A draining job's run that did something or failed.
insert into engine.run (id, job, instance, started_at, finished_at, failures, claimed, done, snoozed, failed, cancelled, remaining, next_due_at, error)
values (:id, :job, :instance, :started_at, :now, :failures, :claimed, :done, :snoozed, :failed, :cancelled, :remaining, :next_due_at, :error);

-- name: list_runs
-- The latest first, of one job and with one result where they are given.
select id, job, slot, instance, started_at, finished_at, takes, failures, claimed, done, snoozed, failed, cancelled, remaining, next_due_at, error
  from engine.run
 where (started_at, id) < (:before_at, :before_id)
   and (:job::text is null or job = :job)
   and (:erroneous::boolean is null or (error is not null) = :erroneous)
 order by started_at desc, id desc
 limit :limit;
