-- name: list_leads
-- What a client knows about whom these addresses reach.
select id, email, name, message, language, intent, tone, urgency, ai_summary, relationship_insight, current_tag, "timestamp", last_submitted_at
  from growth.lead_memory
 where client_id::text = :tenant and lower(email) = any (:addresses::text[])
 order by "timestamp", id
 limit :limit;

-- name: erase_leads
-- The person goes, the lead stays as a deleted one: conversions and insights stand on it.
with erased as (
    update growth.lead_memory
       set email = 'erased-' || id || '@erased.invalid', name = 'erased', message = null, ai_summary = null, relationship_insight = null,
           current_tag = 'Deleted', last_updated = :now
     where client_id::text = :tenant and lower(email) = any (:addresses::text[])
    returning id, client_id, is_test
), unnamed as (
    update growth.growth_brain b
       set learning_snapshot = b.learning_snapshot || '{"lead_name": "erased"}', insight_text = 'Lead erased'
      from erased e
     where b.client_id = e.client_id and b.event_type in ('conversion', 'reversion') and b.learning_snapshot ->> 'lead_id' = e.id::text
)
insert into growth.lead_actions (lead_id, client_id, action_type, tag, is_test, "timestamp", detail)
select id, client_id, 'update', 'Deleted', is_test, :now, 'erased' from erased;
