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
)
insert into growth.lead_actions (lead_id, client_id, action_type, tag, is_test, "timestamp", detail)
select id, client_id, 'delete', 'Deleted', is_test, :now, 'erased' from erased;
