-- name: lock_session
-- A session with what is known and what is to be found out; nobody else finds out anything meanwhile. What is on its way to it comes first,
-- as it does for whoever reports how messages fare: else the two would wait for each other.
with live as materialized (
    select id from engine.message
     where pack = 'recruiting' and subject_kind = 'session' and subject_id = :session_id and direction = 'out'
       and status in ('planned', 'claimed', 'submitting', 'uncertain')
     order by id
       for update
)
select s.session_id, s.session_status, s.tz, s.objectives, c.objectives_template
  from recruiting.session_info s
  left join recruiting.campaign_info c on c.campaign = s.campaign
 cross join (select count(*) as messages from live) l
 where s.session_id = :session_id and l.messages >= 0
   for update of s;

-- name: set_source
-- Says for the rest of the transaction what brings the changes.
select set_config('recruiting.source', :source, true);

-- name: record_values
-- Values are replaced, never merged: told twice is told once.
update recruiting.session_info
   set objectives = coalesce(objectives, '{}') || :values::jsonb
 where session_id = :session_id and (coalesce(objectives, '{}') || :values::jsonb) is distinct from objectives;

-- name: complete
-- Everything required is known: nothing more is asked, nobody is reminded.
update recruiting.session_info
   set session_status = 'completed', next_reminder_at = null
 where session_id = :session_id and session_status = 'active';
