-- name: submit
-- One live lead per client and address: a person who writes again keeps the row; histories grow by the row's trigger. The client is
-- the caller's own, as row level security knows it. In the order of addresses, so that two batches don't wait for each other.
with written as (
    insert into growth.lead_memory as l
           (client_id, email, name, message, language, intent, tone, urgency, confidence_score, is_test, source, industry, estimated_value,
            "timestamp", last_updated, last_submitted_at)
    select growth.current_client_id(), s.email, s.name, s.message, s.language, s.intent, s.tone, s.urgency, s.confidence::numeric, s.is_test,
           s.source, s.industry, s.estimated_value::numeric, :now, :now, :now
      from unnest(:emails::text[], :names::text[], :messages::text[], :languages::text[], :intents::text[], :tones::text[], :urgencies::text[],
                  :confidences::text[], :are_tests::boolean[], :sources::text[], :industries::text[], :estimated_values::text[])
           as s (email, name, message, language, intent, tone, urgency, confidence, is_test, source, industry, estimated_value)
     order by lower(s.email)
    on conflict (client_id, lower(email)) where not deleted do update
       set name              = excluded.name,
           message           = excluded.message,
           language          = excluded.language,
           intent            = excluded.intent,
           tone              = excluded.tone,
           urgency           = excluded.urgency,
           confidence_score  = excluded.confidence_score,
           source            = coalesce(excluded.source, l.source),
           industry          = coalesce(excluded.industry, l.industry),
           estimated_value   = coalesce(excluded.estimated_value, l.estimated_value),
           last_updated      = excluded.last_updated,
           last_submitted_at = greatest(l.last_submitted_at, excluded.last_submitted_at)
    returning id, client_id, lower(email) as email, current_tag, is_test, xmax = 0 as created
), acted as (
    insert into growth.lead_actions (lead_id, client_id, action_type, tag, is_test, "timestamp", detail)
    select id, client_id, case when created then 'insert' else 'update' end, current_tag, is_test, :now, 'submitted' from written
)
select id, email, created, current_tag from written;
