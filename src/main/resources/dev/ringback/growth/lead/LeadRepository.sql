-- name: submit
-- One live lead per client and address: a person who writes again keeps the row. Histories grow only by what changed. The
-- client is the caller's own, as row level security knows it.
with written as (
    insert into growth.lead_memory as l
           (client_id, email, name, message, language, intent, tone, urgency, confidence_score, is_test,
            tone_history, urgency_history, confidence_history, "timestamp", last_updated, last_submitted_at)
    values (growth.current_client_id(), :email, :name, :message, :language, :intent, :tone, :urgency, :confidence, :is_test,
            jsonb_build_array(jsonb_build_object('value', :tone::text, 'timestamp', :now::timestamptz)),
            jsonb_build_array(jsonb_build_object('value', :urgency::text, 'timestamp', :now::timestamptz)),
            jsonb_build_array(jsonb_build_object('value', :confidence::numeric, 'timestamp', :now::timestamptz)),
            :now, :now, :now)
    on conflict (client_id, lower(email)) where not deleted do update
       set name               = excluded.name,
           message            = excluded.message,
           language           = excluded.language,
           intent             = excluded.intent,
           tone               = excluded.tone,
           urgency            = excluded.urgency,
           confidence_score   = excluded.confidence_score,
           tone_history       = l.tone_history || case when l.tone is distinct from excluded.tone
                                                       then excluded.tone_history else '[]' end,
           urgency_history    = l.urgency_history || case when l.urgency is distinct from excluded.urgency
                                                          then excluded.urgency_history else '[]' end,
           confidence_history = l.confidence_history || case when l.confidence_score is distinct from excluded.confidence_score
                                                             then excluded.confidence_history else '[]' end,
           last_updated       = excluded.last_updated,
           last_submitted_at  = greatest(l.last_submitted_at, excluded.last_submitted_at)
    returning id, client_id, current_tag, is_test, xmax = 0 as created
), acted as (
    insert into growth.lead_actions (lead_id, client_id, action_type, tag, is_test, "timestamp", detail)
    select id, client_id, case when created then 'insert' else 'update' end, current_tag, is_test, :now, 'submitted' from written
)
select id, created, current_tag from written;

-- name: find_to_answer
-- A lead that wrote, with how its client wants it answered.
select l.id, l.client_id, l.email, l.name, l.message, coalesce(l.language, 'en') as language, coalesce(l.urgency, '') as urgency, l.intent, l.current_tag, l.deleted, l.last_submitted_at,
       coalesce(l.is_test, false) or coalesce(c.is_test, false) as is_test,
       c.business_name, coalesce(c.custom_tagline, '') as tagline, coalesce(c.booking_link, '') as booking_link,
       c.followup_speed, c.time_zone,
       case when c.ai_personalized_reply then c.email_tone else 'Neutral' end as email_tone
  from growth.lead_memory l join growth.clients c on c.client_id = l.client_id
 where l.id = :id;

-- name: record_signals
-- What the rules read in the message of a lead that came by plain SQL.
update growth.lead_memory
   set intent = :intent, tone = :tone, urgency = :urgency, confidence_score = :confidence, language = :language, last_updated = :now
 where id = :id and intent is null;

-- name: find_refusal_facts
-- Whether the leads may still be written to.
select l.id, l.current_tag, l.deleted, coalesce(l.is_test, false) or coalesce(c.is_test, false) as is_test
  from growth.lead_memory l join growth.clients c on c.client_id = l.client_id
 where l.id = any (:ids::uuid[]);

-- name: record_updates
-- Lines of the histories of several leads.
insert into growth.lead_actions (lead_id, client_id, action_type, tag, is_test, "timestamp", detail)
select l.id, l.client_id, 'update', l.current_tag, l.is_test, d.at, d.detail
  from unnest(:ids::uuid[], :details::text[], :ats::timestamptz[]) as d (id, detail, at) join growth.lead_memory l on l.id = d.id;

-- name: record_update
-- One line of the lead's history.
insert into growth.lead_actions (lead_id, client_id, action_type, tag, is_test, "timestamp", detail)
select id, client_id, 'update', current_tag, is_test, :now, :detail from growth.lead_memory where id = :id;

-- name: find
-- One lead that the caller may see.
select id, email, name, message, language, intent, tone, urgency, confidence_score, current_tag, last_submitted_at
  from growth.lead_memory where id = :id;

-- name: list
-- The caller's leads, the latest submission first.
select id, email, name, message, language, intent, tone, urgency, confidence_score, current_tag, last_submitted_at
  from growth.lead_memory
 where not deleted and (:tag::text is null or current_tag = :tag) and (last_submitted_at, id) < (:before_at, :before_id)
 order by last_submitted_at desc, id desc
 limit :limit;

-- name: timeline
-- Everything that happened with a lead, in order: what was done, and what was written, or not written and why.
select "timestamp" as at, 'action' as kind, action_type as what, detail, null as subject, null as text
  from growth.lead_actions where lead_id = :id
union all
select coalesce(sent_at, received_at, decided_at, created_at), case direction when 'in' then 'received' else 'message' end, status::text, reason,
       subject, body_text
  from engine.message where pack = 'growth' and subject_kind = 'lead' and subject_id = :id::uuid::text
 order by at, kind
 limit :limit;
