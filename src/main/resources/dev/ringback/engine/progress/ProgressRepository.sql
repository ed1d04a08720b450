-- name: resolve
-- Which of our messages reports are about; null where we don't know it.
select r.ord::integer as ord, coalesce(m.id, p.id) as id
  from unnest(:messages::uuid[], :providers::text[], :provider_messages::text[]) with ordinality as r (message, provider, provider_message, ord)
  left join engine.message m on m.id = r.message
  left join lateral (
           select id from engine.message
            where r.message is null and provider = r.provider and provider_id = r.provider_message
            order by created_at desc
            limit 1) p on true
 order by r.ord;

-- name: lock
-- What is to be folded, in one order.
select id from engine.message where id = any (:messages::uuid[]) and direction = 'out' order by id for no key update;

-- name: lock_live
-- What an answer of the subject stops, in one order.
select id from engine.message
 where pack = :pack and subject_kind = :subject_kind and subject_id = :subject_id and direction = 'out'
   and status in ('planned', 'claimed', 'submitting', 'uncertain') and settled_at is null and stop_reason is null
 order by id
   for no key update;

-- name: fold
-- Keeps reports and folds them into their messages: the highest status, the earliest time of each. Both take what is there
-- already into account, so order and repetition don't matter. Answers what is reported for the first time.
with reported as (
    select message, event::engine.message_status as event, at, provider, event_id, provider_message, detail::jsonb as detail
      from unnest(:messages::uuid[], :events::text[], :ats::timestamptz[], :providers::text[], :event_ids::text[], :provider_messages::text[],
                  :details::text[]) as r (message, event, at, provider, event_id, provider_message, detail)
), before as (
    select m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.accepted_at, m.sent_at, m.failed_at, m.delivered_at, m.bounced_at,
           m.opened_at, m.read_at, m.clicked_at, m.replied_at, m.complained_at
      from engine.message m
     where m.id in (select message from reported) and m.direction = 'out'
), known as (
    select r.message, r.event, r.at, r.provider, r.event_id, r.provider_message, r.detail from reported r join before b on b.id = r.message
), kept as (
    insert into engine.message_event (message, event, at, provider, event_id, detail, recorded_at)
    select message, event, at, provider, event_id, detail, :now from known
    on conflict (message, event, provider, event_id) do nothing
), folded as (
    select message, max(event) as status, min(provider_message) as provider_id,
           max((detail ->> 'cost_micros')::bigint) as cost_micros, max(detail ->> 'cost_currency') as cost_currency,
           min(at) filter (where event = 'accepted') as accepted_at, min(at) filter (where event = 'sent') as sent_at,
           min(at) filter (where event = 'failed') as failed_at, min(at) filter (where event = 'delivered') as delivered_at,
           min(at) filter (where event = 'bounced') as bounced_at, min(at) filter (where event = 'opened') as opened_at,
           min(at) filter (where event = 'read') as read_at, min(at) filter (where event = 'clicked') as clicked_at,
           min(at) filter (where event = 'replied') as replied_at, min(at) filter (where event = 'complained') as complained_at
      from known
     group by message
), risen as (
    update engine.message m
       set status        = greatest(m.status, f.status),
           provider_id   = least(m.provider_id, f.provider_id),
           cost_micros   = greatest(m.cost_micros, f.cost_micros),
           cost_currency = greatest(m.cost_currency, f.cost_currency),
           accepted_at   = least(m.accepted_at, f.accepted_at),
           sent_at       = least(m.sent_at, f.sent_at),
           failed_at     = least(m.failed_at, f.failed_at),
           delivered_at  = least(m.delivered_at, f.delivered_at),
           bounced_at    = least(m.bounced_at, f.bounced_at),
           opened_at     = least(m.opened_at, f.opened_at),
           read_at       = least(m.read_at, f.read_at),
           clicked_at    = least(m.clicked_at, f.clicked_at),
           replied_at    = least(m.replied_at, f.replied_at),
           complained_at = least(m.complained_at, f.complained_at)
      from folded f
     where m.id = f.message
)
select b.id, b.pack, b.tenant, b.subject_kind, b.subject_id, b.step, k.event as status, min(k.at) as at, min(k.detail ->> 'reason') as reason
  from known k join before b on b.id = k.message
 where case k.event
           when 'accepted' then b.accepted_at
           when 'sent' then b.sent_at
           when 'failed' then b.failed_at
           when 'delivered' then b.delivered_at
           when 'bounced' then b.bounced_at
           when 'opened' then b.opened_at
           when 'read' then b.read_at
           when 'clicked' then b.clicked_at
           when 'replied' then b.replied_at
           when 'complained' then b.complained_at
       end is null
 group by b.id, b.pack, b.tenant, b.subject_kind, b.subject_id, b.step, k.event
 order by k.event;

-- name: cancel
-- The subject answered: what has not begun to leave is cancelled, what is just leaving is not submitted again. The confirmation of an
-- opt-out is owed all the same.
with live as (
    select id, status from engine.message
     where pack = :pack and subject_kind = :subject_kind and subject_id = :subject_id and direction = 'out'
       and status in ('planned', 'claimed', 'submitting', 'uncertain') and settled_at is null and stop_reason is null
       and purpose <> 'opt_out_confirmation'
), stopped as (
    update engine.message m set stop_reason = :reason from live l
     where m.id = l.id and l.status in ('submitting', 'uncertain')
)
update engine.message m
   set status = 'cancelled', reason = :reason, rule = 'reply', held_until = null, decided_at = :now
  from live l
 where m.id = l.id and l.status in ('planned', 'claimed')
returning m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.status, m.decided_at as at, m.reason;

-- name: withdraw
-- The pack doesn't want these sent any more: as `cancel`, of many subjects and, where it is named, one step.
with live as (
    select id, status from engine.message
     where pack = :pack and subject_kind = :subject_kind and subject_id = any (:subject_ids::text[]) and direction = 'out'
       and (:step::text is null or step = :step)
       and status in ('planned', 'claimed', 'submitting', 'uncertain') and settled_at is null and stop_reason is null
     order by id
       for no key update
), stopped as (
    update engine.message m set stop_reason = :reason from live l
     where m.id = l.id and l.status in ('submitting', 'uncertain')
), unworked as (
    select engine.cancel_all(array_agg(:kind || ':' || id)) as pieces from live where status in ('planned', 'claimed')
)
update engine.message m
   set status = 'cancelled', reason = :reason, rule = 'pack', held_until = null, decided_at = :now
  from live l cross join unworked
 where m.id = l.id and l.status in ('planned', 'claimed')
returning m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.status, m.decided_at as at, m.reason;
