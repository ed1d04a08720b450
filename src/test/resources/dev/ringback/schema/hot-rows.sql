-- Rows for the tables that the documents call hot, numbered `:from` to `:to`, shaped as a product's are after some years: most
-- of what has a status is done, a few per cent are open, a tenant has a thousandth. `public.key(n)` is the n-th uuid,
-- `public.at(n)` an instant n minutes ago. Foreign keys and triggers are off while they are written.

-- name: growth_clients
-- A thousand tenants.
insert into growth.clients (client_id, business_name, email, api_key)
select public.key(n), 'Client ' || n, 'client-' || n || '@clients.example', 'sha256:' || n
  from generate_series(:from::integer, least(:to::integer, 999)) as n;

-- name: growth_lead_memory
-- Leads of 300 tenants of very different size: the first has a seventh of all, the last one in a thousand.
insert into growth.lead_memory (id, client_id, email, name, current_tag, urgency, "timestamp", last_submitted_at)
select public.key(n), public.key(floor(300 * power(n::bigint * 7919 % 1000003 / 1000003.0, 3))::bigint), 'person-' || n || '@people.example', 'Person ' || n,
       case when n % 20 = 0 then 'Active' when n % 3 = 0 then 'Converted' else 'Follow-Up' end,
       case when n % 10 = 0 then 'High' else 'Low' end, public.at(n), public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: growth_lead_actions
-- What was done about them.
insert into growth.lead_actions (lead_id, client_id, action_type, tag, "timestamp")
select public.key(n / 3), public.key(floor(300 * power((n / 3)::bigint * 7919 % 1000003 / 1000003.0, 3))::bigint), 'tag', 'Follow-Up', public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: growth_growth_brain
-- Insights; one in a hundred is a pattern, one in a thousand that of the example.
insert into growth.growth_brain (client_id, event_type, learning_snapshot, insight_text, confidence, created_at)
select public.key(n % 1000), case when n % 100 = 0 then 'pattern_detected' when n % 7 = 0 then 'conversion' else 'engagement_score' end,
       case when n % 1000 = 0 then jsonb_build_object('pattern_type', 'urgency_increasing', 'affected_leads', n)
            else jsonb_build_object('overall_score', n % 100, 'period', 'p' || n) end,
       'Insight ' || n, 0.5, public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: growth_prospect_candidates
-- Prospects; most have good autoresponders.
insert into growth.prospect_candidates (id, business_name, industry, region, response_score, automation_need_score, contacted, created_at)
select public.key(n), 'Business ' || n, 'industry-' || n % 300, 'region-' || n % 500, 100 - n % 73, n % 73, n % 10 <> 0, public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: recruiting_session_info
-- Sessions; three in a hundred are active.
insert into recruiting.session_info (session_id, campaign, session_status, next_reminder_at, created_at)
select 'session-' || n, 'campaign-' || n % 2000, case when n % 33 = 0 then 'active' else 'completed' end,
       case when n % 33 = 0 then public.at(n - 100000) end, public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: recruiting_campaign_daily
-- A row per campaign and day.
insert into recruiting.campaign_daily (campaign, day, messages_sent, messages_received, calls, objectives_met, latest_at)
select 'campaign-' || n % 2000, date '2026-11-21' - n / 2000, n % 40, n % 20, n % 3, n % 5, public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: recruiting_numbers
-- A number per session, three sessions per number.
insert into recruiting.numbers (session_id, phone_number)
select 'session-' || n, '+44770' || lpad((n / 3)::text, 7, '0')
  from generate_series(:from::integer, :to::integer) as n;

-- name: recruiting_chat_history
-- Twenty messages per session.
insert into recruiting.chat_history (session_id, message, at)
select 'session-' || n / 20, jsonb_build_object('sender', 'user', 'text', 'Hello', 'timestamp', '2025-11-18T10:30:00Z', 'status', 'read'), public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: recruiting_call_info
-- Two calls per session.
insert into recruiting.call_info (call_id, session_id, called_at)
select 'call-' || n, 'session-' || n / 2, public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: recruiting_session_objective_events
-- Three changes per session.
insert into recruiting.session_objective_events (session_id, objective, new_value, source, occurred_at)
select 'session-' || n / 3, 'interested', 'true', 'chat', public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_bid_cards
-- Cards; two in a hundred are emergencies.
insert into bids.bid_cards (id, bid_card_number, project_type, urgency_level, status, created_at)
select public.key(n), 'BC-' || n, 'trade-' || n % 200, case when n % 50 = 0 then 'emergency' else 'flexible' end, 'complete', public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_contractor_leads
-- Contractors; our own are one in a hundred.
insert into bids.contractor_leads (id, source, company_name, specialties, created_at)
select public.key(n), (case when n % 100 = 0 then 'tier1' when n % 10 = 0 then 'tier2' else 'tier3' end)::bids.lead_source, 'Company ' || n,
       array['trade-' || n % 200, 'trade-' || n % 191], public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_contractor_outreach_attempts
-- Fifty per card; one in a hundred failed.
insert into bids.contractor_outreach_attempts (contractor_lead_id, bid_card_id, channel, status, sent_at, created_at)
select public.key(n), public.key(n / 50), 'email', (case when n % 100 = 0 then 'failed' else 'delivered' end)::bids.outreach_status,
       public.at(n), public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_contractor_responses
-- Ten per card; one in fifty is hot.
insert into bids.contractor_responses (contractor_id, bid_card_id, message, is_hot_lead, received_at, processed_at)
select public.key(n), public.key(n / 10), 'Answer', n % 50 = 0, public.at(n), public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_followup_attempts
-- Three per contractor and card; the unanswered of old cards are few, since cards end when there are enough answers.
insert into bids.followup_attempts (contractor_id, bid_card_id, attempt_number, channel, status, got_response, sent_at, created_at)
select public.key(n / 3), public.key(n / 90), n % 3 + 1, 'email', 'delivered', n % 20 <> 0, public.at(n), public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_conversations
-- Twenty per card.
insert into bids.conversations (id, bid_card_id, contractor_id, homeowner_id, last_message_at)
select public.key(n), public.key(n / 20), public.key(n), public.key(n / 20), public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_messaging_system_messages
-- Twenty per conversation.
insert into bids.messaging_system_messages (id, conversation_id, sender_type, filtered_content, created_at)
select public.key(n), public.key(n / 20), 'homeowner', 'Hello', public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_message_attachments
-- One per message.
insert into bids.message_attachments (message_id, path, file_name, media_type, size_bytes)
select public.key(n), 'intelligent_messages/' || n, 'a.png', 'image/png', 1000
  from generate_series(:from::integer, :to::integer) as n;

-- name: bids_blocked_messages_log
-- Ten per card.
insert into bids.blocked_messages_log (conversation_id, bid_card_id, sender_type, original_content, blocked_at)
select public.key(n), public.key(n / 10), 'contractor', 'Call me', public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_leads
-- Leads of a thousand accounts; one in five hot, one in a hundred new.
insert into roofing.leads (user_id, area_scan_id, address, city, zip_code, lead_score, priority, status, next_follow_up, created_at)
select n % 1000, n % 5000, n || ' Oak Street', 'city-' || n % 2000, 'zip-' || n % 20000, n % 100,
       (case when n % 100 >= 80 then 'HOT' when n % 100 >= 60 then 'WARM' else 'COLD' end)::roofing.leadpriority,
       (case when n % 100 = 0 then 'NEW' else 'CLOSED_LOST' end)::roofing.leadstatus,
       case when n % 100 = 0 then public.at(n - 100000) end, public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_lead_activities
-- Ten per lead.
insert into roofing.lead_activities (lead_id, user_id, activity_type, title, created_at)
select n / 10, n / 10 % 1000, 'email_sent', 'Sent', public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_sequence_enrollments
-- One in twenty is active.
insert into roofing.sequence_enrollments (sequence_id, lead_id, user_id, status, next_execution_at, enrolled_at)
select n % 2000, n, n % 1000, case when n % 20 = 0 then 'active' else 'completed' end, case when n % 20 = 0 then public.at(n - 100000) end,
       public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_sequence_executions
-- Five per enrolment; one in a hundred is pending.
insert into roofing.sequence_executions (sequence_id, enrollment_id, user_id, node_id, node_type, status, started_at)
select n / 5 % 2000, n / 5, n / 5 % 1000, 'n1', 'EMAIL', case when n % 100 = 0 then 'pending' else 'completed' end, public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_voice_calls
-- Two per lead; one in a thousand is under way.
insert into roofing.voice_calls (id, user_id, lead_id, call_control_id, to_number, status, initiated_at)
select public.key(n)::text, n / 2 % 1000, n / 2, 'cc-' || n, '+1*****' || n % 10000, case when n % 1000 = 0 then 'ringing' else 'completed' end,
       public.at(n)
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_voice_call_turns
-- Twenty per call.
insert into roofing.voice_call_turns (call_id, user_id, seq, role)
select public.key(n / 20)::text, n / 20 % 1000, n % 20, 'user'
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_properties
-- Addresses of two thousand cities.
insert into roofing.properties (id, address, city, state, zip_code, subdivision_name)
select public.key(n), n || ' Oak Street', 'city-' || n % 2000, 'state-' || n % 50, 'zip-' || n % 20000, 'subdivision-' || n % 5000
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_building_permits
-- Over a square of some fifty miles.
insert into roofing.building_permits (address, city, state, zip_code, latitude, longitude, permit_number, permit_date)
select n || ' Oak Street', 'city-' || n % 2000, 'state-' || n % 50, 'zip-' || n % 20000, 30 + n % 1000 / 1000.0, -97 - n / 1000 % 1000 / 1000.0,
       'P-' || n, public.at(n)::date
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_property_scores
-- One per property.
insert into roofing.property_scores (property_id, total_urgency_score, urgency_tier)
select public.key(n), n % 100, case when n % 100 >= 80 then 'HOT' when n % 100 >= 60 then 'WARM' else 'COLD' end
  from generate_series(:from::integer, :to::integer) as n;

-- name: roofing_billing_usage
-- One metric per account and day.
insert into roofing.billing_usage (user_id, day, metric, quantity)
select n % 1000, public.at(0)::date - n / 1000, 'voice_minutes', 1
  from generate_series(:from::integer, :to::integer) as n;
