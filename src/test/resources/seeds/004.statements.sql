-- The statements of the document, as written but for placeholders. `given` lines are run before the statement that follows them.

-- given: delete from clients where client_id = '00000000-0000-0000-0000-000000000001';
-- line 130: internal client
INSERT INTO clients (
  client_id,
  business_name,
  email,
  is_internal
) VALUES (
  '00000000-0000-0000-0000-000000000001',
  'Avenir AI Solutions',
  'internal@aveniraisolutions.ca',
  true
);

-- given: insert into clients (client_id, business_name, email) values ('550e8400-e29b-41d4-a716-446655440000', 'Acme Corp', 'owner@acme.example') on conflict do nothing;
-- line 469: conversion snapshot (supabase-js insert)
insert into growth_brain (client_id, event_type, learning_snapshot, insight_text, confidence)
values ('550e8400-e29b-41d4-a716-446655440000', 'conversion',
        '{"lead_id": "5a0e8400-e29b-41d4-a716-446655440123", "lead_name": "Sarah Chen", "initial_urgency": "High", "initial_tone": "Friendly", "days_to_convert": 7, "touch_points": 3, "conversion_value": 5000}',
        'Lead "Sarah Chen" converted in 7 days with 3 touch points', 0.95);

-- line 492: last conversions (supabase-js select)
select learning_snapshot from growth_brain
where client_id = '550e8400-e29b-41d4-a716-446655440000' and event_type = 'conversion'
order by created_at desc
limit 100;

-- given: insert into clients (client_id, business_name, email) values ('550e8400-e29b-41d4-a716-446655440000', 'Acme Corp', 'owner@acme.example') on conflict do nothing;
-- line 517: prediction (supabase-js insert)
insert into growth_brain (client_id, event_type, learning_snapshot, insight_text, confidence)
values ('550e8400-e29b-41d4-a716-446655440000', 'conversion_prediction',
        '{"predicted_conversions": 12, "confidence": 0.78, "based_on": "100 historical conversions"}',
        'Predicted 12 conversions in next 30 days', 0.78);

-- given: insert into clients (client_id, business_name, email) values ('550e8400-e29b-41d4-a716-446655440000', 'Acme Corp', 'owner@acme.example') on conflict do nothing;
-- given: insert into lead_memory (id, client_id, email, name) values ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'sarah@chen.example', 'Sarah Chen') on conflict do nothing;
-- line 578: lead created
INSERT INTO lead_actions (lead_id, client_id, action_type, tag)
VALUES ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'insert', 'Active');

-- given: insert into clients (client_id, business_name, email) values ('550e8400-e29b-41d4-a716-446655440000', 'Acme Corp', 'owner@acme.example') on conflict do nothing;
-- given: insert into lead_memory (id, client_id, email, name) values ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'sarah@chen.example', 'Sarah Chen') on conflict do nothing;
-- line 582: lead tagged as follow-up
INSERT INTO lead_actions (lead_id, client_id, action_type, tag)
VALUES ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'tag', 'Follow-Up');

-- given: insert into clients (client_id, business_name, email) values ('550e8400-e29b-41d4-a716-446655440000', 'Acme Corp', 'owner@acme.example') on conflict do nothing;
-- given: insert into lead_memory (id, client_id, email, name) values ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'sarah@chen.example', 'Sarah Chen') on conflict do nothing;
-- line 586: lead converted
INSERT INTO lead_actions (lead_id, client_id, action_type, tag, conversion_outcome)
VALUES ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'tag', 'Converted', true);

-- given: insert into clients (client_id, business_name, email) values ('550e8400-e29b-41d4-a716-446655440000', 'Acme Corp', 'owner@acme.example') on conflict do nothing;
-- given: insert into lead_memory (id, client_id, email, name) values ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'sarah@chen.example', 'Sarah Chen') on conflict do nothing;
-- line 590: lead reverted
INSERT INTO lead_actions (lead_id, client_id, action_type, tag, conversion_outcome, reversion_reason)
VALUES ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'revert', 'Active', false, 'Placed in converted by accident');

-- given: insert into clients (client_id, business_name, email) values ('550e8400-e29b-41d4-a716-446655440000', 'Acme Corp', 'owner@acme.example') on conflict do nothing;
-- given: insert into lead_memory (id, client_id, email, name) values ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'sarah@chen.example', 'Sarah Chen') on conflict do nothing;
-- line 741: client deleted
DELETE FROM clients WHERE client_id = '550e8400-e29b-41d4-a716-446655440000';

-- line 780: active leads of a client
SELECT * FROM lead_memory
WHERE client_id = '550e8400-e29b-41d4-a716-446655440000'
  AND current_tag = 'Active'
  AND is_test = false
ORDER BY timestamp DESC;

-- line 811: row level security of leads
ALTER TABLE lead_memory ENABLE ROW LEVEL SECURITY;

-- line 812: row level security of actions
ALTER TABLE lead_actions ENABLE ROW LEVEL SECURITY;

-- line 813: row level security of insights
ALTER TABLE growth_brain ENABLE ROW LEVEL SECURITY;

-- line 845: all leads (supabase-js select)
select * from lead_memory;

-- line 855: leads of a client (supabase-js select)
select * from lead_memory where client_id = '550e8400-e29b-41d4-a716-446655440000';

-- line 893: snapshots of a pattern
SELECT * FROM growth_brain
WHERE learning_snapshot->>'pattern_type' = 'urgency_increasing';

-- line 897: snapshots of high confidence
SELECT * FROM growth_brain
WHERE (learning_snapshot->'metrics'->>'avg_confidence')::numeric > 0.8;

-- line 901: metrics of engagement scores
SELECT 
  client_id,
  learning_snapshot->'metrics'->>'total_leads' as total_leads,
  learning_snapshot->'metrics'->>'conversion_rate' as conversion_rate
FROM growth_brain
WHERE event_type = 'engagement_score';

-- line 941: column reversion_reason
ALTER TABLE public.lead_actions
ADD COLUMN IF NOT EXISTS reversion_reason TEXT DEFAULT NULL;

-- line 944: comment on reversion_reason
COMMENT ON COLUMN lead_actions.reversion_reason IS 'User-provided reason when reverting a converted lead to active';

-- line 951: column is_test of clients
ALTER TABLE public.clients
ADD COLUMN IF NOT EXISTS is_test BOOLEAN DEFAULT false;

-- line 954: column is_test of leads
ALTER TABLE public.lead_memory
ADD COLUMN IF NOT EXISTS is_test BOOLEAN DEFAULT false;

-- line 957: column is_test of actions
ALTER TABLE public.lead_actions
ADD COLUMN IF NOT EXISTS is_test BOOLEAN DEFAULT false;

-- line 961: index of clients by is_test
CREATE INDEX IF NOT EXISTS idx_clients_is_test ON clients(is_test);

-- line 962: index of leads by is_test
CREATE INDEX IF NOT EXISTS idx_lead_memory_is_test ON lead_memory(is_test);

-- line 969: column is_internal
ALTER TABLE public.clients
ADD COLUMN IF NOT EXISTS is_internal BOOLEAN DEFAULT false;

-- line 972: index of clients by is_internal
CREATE INDEX IF NOT EXISTS idx_clients_is_internal ON clients(is_internal);

-- line 975: internal client marked
INSERT INTO clients (
  client_id,
  business_name,
  email,
  password_hash,
  api_key,
  is_internal,
  is_test
) VALUES (
  '00000000-0000-0000-0000-000000000001',
  'Avenir AI Solutions',
  'internal@aveniraisolutions.ca',
  '$2a$10$placeholder',  -- Hashed password
  'internal-api-key-placeholder',
  true,  -- is_internal = true
  false  -- is_test = false
)
ON CONFLICT (client_id) DO UPDATE
SET is_internal = true;

-- given: insert into clients (client_id, business_name, email) values ('550e8400-e29b-41d4-a716-446655440000', 'Acme Corp', 'owner@acme.example') on conflict do nothing;
-- given: insert into lead_memory (id, client_id, email, name) values ('5a0e8400-e29b-41d4-a716-446655440123', '550e8400-e29b-41d4-a716-446655440000', 'sarah@chen.example', 'Sarah Chen') on conflict do nothing;
-- line 1003: dashboard: active leads of a client
SELECT 
  lm.*,
  la.tag,
  la.timestamp as last_action_time
FROM lead_memory lm
LEFT JOIN LATERAL (
  SELECT tag, timestamp
  FROM lead_actions
  WHERE lead_id = lm.id
  ORDER BY timestamp DESC
  LIMIT 1
) la ON true
WHERE lm.client_id = '550e8400-e29b-41d4-a716-446655440000'
  AND lm.is_test = false
  AND lm.archived = false
  AND lm.deleted = false
  AND lm.current_tag = 'Active'
ORDER BY lm.timestamp DESC;

-- line 1026: analytics: urgency trend
SELECT 
  urgency,
  COUNT(*) as count,
  ROUND(COUNT(*) * 100.0 / SUM(COUNT(*)) OVER (), 2) as percentage
FROM lead_memory
WHERE client_id = '550e8400-e29b-41d4-a716-446655440000'
  AND is_test = false
  AND timestamp > NOW() - INTERVAL '30 days'
GROUP BY urgency
ORDER BY count DESC;

-- line 1041: growth brain: latest insights
SELECT 
  event_type,
  insight_text,
  learning_snapshot->'metrics' as metrics,
  confidence,
  created_at
FROM growth_brain
WHERE client_id = '550e8400-e29b-41d4-a716-446655440000'
ORDER BY created_at DESC
LIMIT 10;

-- line 1056: prospects of high priority
SELECT 
  business_name,
  industry,
  region,
  automation_need_score,
  contacted,
  website
FROM prospect_candidates
WHERE automation_need_score >= 70
  AND contacted = false
ORDER BY automation_need_score DESC
LIMIT 20;

-- given: insert into clients (client_id, business_name, email, is_test) values (gen_random_uuid(), 'Test', 'test@example.com', true) on conflict do nothing;
-- line 1078: cleanup of test data
DELETE FROM clients WHERE is_test = true;

-- given: insert into lead_memory (client_id, email, name, "timestamp") select client_id, 'old@people.example', 'Old', now() - interval '2 years' from clients limit 1;
-- line 1086: old leads archived
UPDATE lead_memory
SET archived = true, current_tag = 'Archived'
WHERE timestamp < NOW() - INTERVAL '1 year'
  AND current_tag = 'Active'
  AND NOT EXISTS (
    SELECT 1 FROM lead_actions
    WHERE lead_id = lead_memory.id
      AND timestamp > NOW() - INTERVAL '1 year'
  );

-- line 1101: table sizes
SELECT 
  schemaname,
  tablename,
  pg_size_pretty(pg_total_relation_size(schemaname||'.'||tablename)) AS size
FROM pg_tables
WHERE schemaname = 'public'
ORDER BY pg_total_relation_size(schemaname||'.'||tablename) DESC;

-- exception: line 1110: index usage: pg_stat_user_indexes has no tablename and indexname; growth.storage_report() answers instead (DESIGN §4.5)
