-- name: find_due
-- Sessions whose reminder is due, with what decides about it. Held, so that an answer that comes meanwhile waits and then takes it back.
select s.session_id, n.phone_number, s.campaign, s.variables, c."end", s.session_status, s.last_agent_msg_at, s.last_user_msg_at,
       s.next_reminder_at, s.reminder_count
  from recruiting.session_info s
  join recruiting.numbers n on n.session_id = s.session_id
  join recruiting.campaign_info c on c.campaign = s.campaign
 where s.session_id = any (:ids::text[])
 order by s.session_id
   for update of s;

-- name: record_planned
-- The nth reminder of each silence is planned, and the next is due. Absolute values: recording twice is recording once.
update recruiting.session_info s
   set reminder_count = r.nth, next_reminder_at = r.next, last_action = 'reminder_sent', action_status = 'planned'
  from unnest(:ids::text[], :nths::integer[], :nexts::timestamptz[]) as r (session_id, nth, next)
 where s.session_id = r.session_id;

-- name: disarm
-- Nobody is to be reminded in these.
update recruiting.session_info set next_reminder_at = null where session_id = any (:ids::text[]);
