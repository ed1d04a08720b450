-- name: queue
-- Calls that are planned, each by its message.
with planned as (
    insert into recruiting.call_info (call_id, status, session_id, batch_call_id)
    select call_id, 'queued', session_id, :batch from unnest(:call_ids::text[], :session_ids::text[]) as c (call_id, session_id)
    on conflict (call_id) do nothing
    returning session_id
)
update recruiting.session_info s
   set last_action = 'call_started', action_status = 'planned', latest_batch_call_id = coalesce(:batch, s.latest_batch_call_id)
  from planned p
 where s.session_id = p.session_id;

-- name: follow_messages
-- What became of the calls' messages: taken by the provider, it rings; not sent, it has failed.
with state as (
    select m.id::text as call_id, m.subject_id, m.sent_at,
           case when m.status in ('planned', 'claimed', 'submitting', 'uncertain') then 'queued'
                when m.status in ('suppressed', 'skipped', 'cancelled', 'failed', 'bounced') then 'failed' else 'ringing' end as status
      from engine.message m
     where m.id = any (:ids::uuid[]) and m.channel = 'voice' and m.direction = 'out'
)
update recruiting.call_info c
   set status = case when c.status = 'queued' then s.status else c.status end, called_at = coalesce(c.called_at, s.sent_at)
  from state s
 where c.call_id = s.call_id;

-- name: find_call
-- A call with what is needed to try again; held, so that two reports of it are worked one after another.
select c.call_id, c.status, c.session_id, c.batch_call_id, m.variables ->> 'series' as series, (m.variables ->> 'attempt')::integer as attempt,
       m.variables ->> 'opening' as opening, m.variables ->> 'prompt' as prompt, m.variables ->> 'job_info' as job_info,
       n.phone_number, s.session_status, s.campaign, s.variables, i."end"
  from recruiting.call_info c
  join engine.message m on m.id = :message
  join recruiting.session_info s on s.session_id = c.session_id
  join recruiting.numbers n on n.session_id = c.session_id
  left join recruiting.campaign_info i on i.campaign = s.campaign
 where c.call_id = :message::uuid::text
   for update of c;

-- name: record_report
-- What is known of a call now: what it was, or more.
update recruiting.call_info
   set status        = coalesce(:status, status),
       called_at     = coalesce(called_at, :at),
       duration      = greatest(duration, make_interval(secs => :seconds::double precision)),
       transcript    = case when length(:transcript) > coalesce(length(transcript), 0) then :transcript else transcript end,
       recording_url = coalesce(recording_url, :recording_url),
       analysis      = case when :analysis::jsonb = '{}' then analysis else coalesce(analysis, '{}') || :analysis::jsonb end
 where call_id = :call_id;

-- name: find_contacts
-- Whom to call, of sessions that are active and have a number.
select s.session_id, n.phone_number, s.campaign, s.variables, c."end", c.first_message_call, c.prompt_call, c.job_info
  from recruiting.session_info s
  join recruiting.numbers n on n.session_id = s.session_id
  left join recruiting.campaign_info c on c.campaign = s.campaign
 where s.session_id = any (:session_ids::text[]) and s.session_status = 'active';

-- name: list
-- A session's calls, the latest first.
select call_id, status, called_at, extract(epoch from duration)::double precision as seconds, transcript, recording_url, analysis, session_id,
       batch_call_id
  from recruiting.call_info where session_id = :session_id
 order by called_at desc nulls first, call_id
 limit :limit;
