-- name: find
-- The days before today as they were rolled up, and today's rows as they are. Today begins where it does in the team's reporting zone.
with today as (
    select :today::date as day, :since::timestamptz as since
), session as (
    select session_id, session_status from recruiting.session_info where campaign = :campaign
), past as (
    select coalesce(sum(messages_sent), 0) as sent, coalesce(sum(messages_received), 0) as received, coalesce(sum(calls), 0) as calls,
           coalesce(sum(objectives_met), 0) as met, max(latest_at) as latest_at
      from recruiting.campaign_daily cross join today t
     where campaign = :campaign and campaign_daily.day < t.day
), said as (
    select count(*) filter (where h.message ->> 'sender' = 'agent') as sent, count(*) filter (where h.message ->> 'sender' = 'user') as received,
           max(h.at) as latest_at
      from recruiting.chat_history h join session s on s.session_id = h.session_id cross join today t where h.at >= t.since
), called as (
    select count(*) as calls, max(c.called_at) as latest_at
      from recruiting.call_info c join session s on s.session_id = c.session_id cross join today t where c.called_at >= t.since
), found as (
    select coalesce(sum((coalesce(e.new_value, 'null') <> 'null')::integer - (coalesce(e.old_value, 'null') <> 'null')::integer), 0) as met,
           max(e.occurred_at) as latest_at
      from recruiting.session_objective_events e join session s on s.session_id = e.session_id cross join today t where e.occurred_at >= t.since
)
select c.campaign, (select count(*) from session) as sessions, (select count(*) from session where session_status = 'active') as active_sessions,
       p.sent + s.sent as messages_sent, p.received + s.received as messages_received, p.calls + l.calls as calls, p.met + f.met as objectives_met,
       greatest(p.latest_at, s.latest_at, l.latest_at, f.latest_at) as latest_at
  from recruiting.campaign_info c cross join past p cross join said s cross join called l cross join found f
 where c.campaign = :campaign;

-- name: find_zone
-- The zone of the team's reporting days.
select coalesce((select zone from engine.tenant_setting where pack = 'recruiting' and tenant = 'recruiting'), 'UTC') as zone;
