-- name: enqueue_missed
-- Enqueues rows of due columns that are due and have no work.
select engine.enqueue_missed(:limit) as missed;

-- name: forget_tenants
-- Virtual times that the queue has passed say nothing any more.
delete from engine.tenant_time
 where ctid = any (array(select ctid from engine.tenant_time
                          where finish < (select last_value from engine.virtual_time) limit :limit for update skip locked));

-- name: read_queue
-- How the queue stands, counted up to :most.
select (select count(*) from (select from engine.ready limit :most) r) as ready,
       coalesce(greatest(extract(epoch from :now - (select w.due_at from engine.ready r join engine.work w on w.id = r.work_id
                                                     order by r.ord limit 1)), 0), 0)::double precision as lag,
       (select count(*) from (select from engine.dead_letter where closed_as is null limit :most) l) as dead_letters,
       engine.oldest_snapshot_seconds() as oldest_snapshot;
