-- name: find_past
-- What was written to the prospects before: how often, whether the last may still be answered, whether any was.
select subject_id as prospect, count(*)::integer as messages,
       coalesce(bool_or(status in ('planned', 'claimed', 'submitting', 'uncertain') and settled_at is null or sent_at >= :since), false) as is_waiting,
       bool_or(replied_at is not null) as has_replied
  from engine.message
 where pack = 'growth' and subject_kind = 'prospect' and subject_id = any (:prospects::text[]) and step = :step and direction = 'out'
 group by subject_id;

-- name: find_house
-- Whom messages are from.
select business_name, coalesce(booking_link, '') as booking_link from growth.clients where client_id = :client;

-- name: find_planned
-- What became of messages that were just planned.
select id, subject_id::uuid as prospect, channel, case status when 'planned' then 'planned' else 'suppressed' end as status, reason
  from engine.message
 where id = any (:ids::uuid[])
 order by created_at, id;

-- name: project
-- The log of messages as far as they are, whatever was reported in which order; one that a person ignored until now stays ignored
-- until he opens or answers it. Answers those that are sent.
with sent as (
    select id, subject_id::uuid as prospect_id, channel, coalesce(subject, '') as subject, coalesce(body_text, '') as text, sent_at,
           least(opened_at, read_at, clicked_at) as opened_at, replied_at
      from engine.message
     where id = any (:ids::uuid[]) and sent_at is not null
), logged as (
    insert into growth.prospect_outreach_log as l (prospect_id, email_subject, email_body, status, sent_at, opened_at, replied_at, channel, message_id)
    select s.prospect_id, s.subject, s.text,
           case when s.replied_at is not null then 'replied'
                when s.opened_at is not null then 'opened'
                when s.sent_at <= :ignored_before then 'ignored'
                else 'sent' end,
           s.sent_at, s.opened_at, s.replied_at, s.channel, s.id
      from sent s join growth.prospect_candidates c on c.id = s.prospect_id
    on conflict (message_id) do update
       set status = excluded.status, sent_at = excluded.sent_at, opened_at = excluded.opened_at, replied_at = excluded.replied_at
    returning l.message_id, l.prospect_id, l.sent_at
), contacted as (
    update growth.prospect_candidates c set contacted = true from logged l where c.id = l.prospect_id and c.contacted is not true
)
select message_id, prospect_id, sent_at from logged order by message_id;

-- name: ignore
-- Nobody opened or answered it in all that time.
update growth.prospect_outreach_log
   set status = 'ignored'
 where message_id = :message and status = 'sent' and sent_at <= :ignored_before;

-- name: find_known
-- Those of the prospects that are there.
select id from growth.prospect_candidates where id = any (:prospects::uuid[]);

-- name: list
-- What was written to prospects, the latest first.
select id, prospect_id, channel, email_subject, email_body, status, sent_at, opened_at, replied_at
  from growth.prospect_outreach_log
 where (:prospect::uuid is null or prospect_id = :prospect) and (sent_at, id) < (:before_at, :before_id)
 order by sent_at desc, id desc
 limit :limit;
