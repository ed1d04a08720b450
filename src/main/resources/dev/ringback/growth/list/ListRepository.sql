-- name: find
-- One lead that the caller may see.
select id, email, name, message, language, intent, tone, urgency, confidence_score, relationship_insight, current_tag,
       coalesce(is_test, false) as is_test, source, industry, estimated_value, "timestamp", last_submitted_at
  from growth.lead_memory where id = :id;

-- name: list
-- The caller's leads, the latest submission first.
select id, email, name, message, language, intent, tone, urgency, confidence_score, relationship_insight, current_tag,
       coalesce(is_test, false) as is_test, source, industry, estimated_value, "timestamp", last_submitted_at
  from growth.lead_memory
 where (:tag::text is null or current_tag = :tag)
   and (not deleted or :tag = 'Deleted')
   and (:urgency::text is null or urgency = :urgency)
   and (:intent::text is null or intent = :intent)
   and (:source::text is null or source = :source)
   and (:email::text is null or lower(email) = lower(:email))
   and (:is_test::boolean is null or coalesce(is_test, false) = :is_test)
   and (last_submitted_at, id) < (:before_at, :before_id)
 order by last_submitted_at desc, id desc
 limit :limit;

-- name: timeline
-- Everything that happened with a lead, in order: what was done, and what was written, or not written and why.
select "timestamp" as at, 'action' as kind, action_type as what, coalesce(reversion_reason, detail) as detail, null as subject, null as text
  from growth.lead_actions where lead_id = :id
union all
select coalesce(sent_at, received_at, decided_at, created_at), case direction when 'in' then 'received' else 'message' end, status::text, reason,
       subject, body_text
  from engine.message where pack = 'growth' and subject_kind = 'lead' and subject_id = :id::uuid::text
 order by at, kind
 limit :limit;
