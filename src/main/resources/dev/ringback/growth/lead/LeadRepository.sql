-- name: find_to_answer
-- Leads that wrote, with how their client wants them answered.
select l.id, l.client_id, l.email, l.name, l.message, coalesce(l.language, 'en') as language, coalesce(l.urgency, '') as urgency, l.intent, l.current_tag, l.deleted, l.last_submitted_at,
       coalesce(l.is_test, false) or coalesce(c.is_test, false) as is_test,
       c.business_name, coalesce(c.custom_tagline, '') as tagline, coalesce(c.booking_link, '') as booking_link,
       c.followup_speed, c.time_zone,
       case when c.ai_personalized_reply then c.email_tone else 'Neutral' end as email_tone
  from growth.lead_memory l join growth.clients c on c.client_id = l.client_id
 where l.id = any (:ids::uuid[]);

-- name: record_signals
-- What the rules read in the messages of leads that came by plain SQL.
update growth.lead_memory l
   set intent = s.intent, tone = s.tone, urgency = s.urgency, confidence_score = s.confidence, language = s.language, last_updated = :now
  from unnest(:ids::uuid[], :languages::text[], :intents::text[], :tones::text[], :urgencies::text[], :confidences::numeric[])
       as s (id, language, intent, tone, urgency, confidence)
 where l.id = s.id and l.intent is null;

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
