-- name: list_sessions
-- The sessions of a number: active ones first, then the newest.
select s.session_id from recruiting.numbers n join recruiting.session_info s on s.session_id = n.session_id
 where n.phone_number = :phone_number
 order by s.session_status = 'active' desc, s.created_at desc, s.session_id desc
 limit :limit;

-- name: find_session
-- One session.
select s.session_id, n.phone_number, s.session_status, s.campaign, c.job_info, s.objectives, s.variables, s.tz, s.last_action, s.action_status,
       s.last_user_msg_at, s.last_agent_msg_at, s.next_reminder_at, s.reminder_count, s.created_at, s.updated_at
  from recruiting.session_info s
  left join recruiting.numbers n on n.session_id = s.session_id
  left join recruiting.campaign_info c on c.campaign = s.campaign
 where s.session_id = :session_id;

-- name: list_messages
-- Its latest messages, in their order.
select m.id, m.message from (select id, message from recruiting.chat_history where session_id = :session_id order by id desc limit :limit) m
 order by m.id;

-- name: list_calls
-- Its calls, the latest first.
select call_id, status, called_at, extract(epoch from duration)::double precision as seconds, transcript, recording_url, analysis, session_id,
       batch_call_id
  from recruiting.call_info where session_id = :session_id
 order by called_at desc nulls first, call_id
 limit :limit;

-- name: list_changes
-- What became known and when, the latest first.
select occurred_at, objective, old_value, new_value, source
  from recruiting.session_objective_events where session_id = :session_id
 order by occurred_at desc, id desc
 limit :limit;

-- name: list_by_campaign
-- A page of a campaign's sessions, the newest first.
select s.session_id, n.phone_number, s.session_status, s.objectives, s.variables, s.last_action, s.action_status, s.last_user_msg_at,
       s.last_agent_msg_at, s.next_reminder_at, s.created_at
  from recruiting.session_info s
  left join recruiting.numbers n on n.session_id = s.session_id
 where s.campaign = :campaign and (s.created_at, s.session_id) < (:before_at, :before_id) and (:status::text is null or s.session_status = :status)
 order by s.created_at desc, s.session_id desc
 limit :limit;
