-- The queries that the documents call hot, by index or by word, with constants in place of parameters. Each must be answered
-- from an index; the first word of the purpose is document and line.

-- name: contractors_of_a_source
-- 000:300 high-frequency look-ups.
select * from bids.contractor_leads where source = 'tier1';

-- name: attempts_of_a_status
-- 000:301 high-frequency look-ups.
select * from bids.contractor_outreach_attempts where status = 'failed';

-- name: cards_of_an_urgency
-- 000:302 high-frequency look-ups.
select * from bids.bid_cards where urgency_level = 'emergency';

-- name: contractors_for_a_card
-- 000:307 find contractors for bid card.
select * from bids.contractor_leads where specialties @> array['trade-7'];

-- name: outreach_status_of_a_card
-- 000:308 track outreach status.
select * from bids.contractor_outreach_attempts where bid_card_id = public.key(77) and status = 'delivered';

-- name: hot_leads
-- 000:309 hot lead detection.
select * from bids.contractor_responses where is_hot_lead = true;

-- name: follow_ups_to_schedule
-- 000:310 follow-up scheduling.
select * from bids.followup_attempts where attempt_number < 3 and got_response = false;

-- name: conversation_of_a_pair
-- 001:147 conversation resolution.
select id from bids.conversations where bid_card_id = public.key(77) and contractor_id = public.key(1555) and homeowner_id = public.key(77);

-- name: messages_of_a_conversation
-- 001:148 messages by conversation_id.
select * from bids.messaging_system_messages where conversation_id = public.key(77) order by created_at desc limit 50;

-- name: timeline_of_a_card
-- 001:148 timeline by bid_card_id.
select * from bids.contractor_outreach_attempts where bid_card_id = public.key(77) order by created_at desc limit 50;

-- name: blocked_messages_of_a_card
-- 001:161 security analysis.
select * from bids.blocked_messages_log where bid_card_id = public.key(77) order by blocked_at desc;

-- name: attachments_of_a_message
-- 001:162 attachments.
select * from bids.message_attachments where message_id = public.key(77);

-- name: security_analysis_of_a_card
-- 001:66 blocked and passed messages, joined to conversations.
select c.id, count(distinct b.id) as blocked, count(distinct m.id) as passed
  from bids.conversations as c
  left join bids.blocked_messages_log as b on b.conversation_id = c.id
  left join bids.messaging_system_messages as m on m.conversation_id = c.id
 where c.bid_card_id = public.key(77)
 group by c.id;

-- name: leads_of_an_account
-- 002:1119 foreign keys, newest first.
select * from roofing.leads where user_id = 7 order by created_at desc limit 50;

-- name: leads_of_a_scan
-- 002:1120 foreign keys.
select * from roofing.leads where area_scan_id = 77;

-- name: leads_of_a_city
-- 002:1121 search fields.
select * from roofing.leads where city = 'city-77';

-- name: leads_of_a_zip_code
-- 002:1121 search fields.
select * from roofing.leads where zip_code = 'zip-77';

-- name: properties_of_a_city
-- 002:1121 search fields.
select * from roofing.properties where city = 'city-77' and state = 'state-27';

-- name: properties_of_a_zip_code
-- 002:1121 search fields.
select * from roofing.properties where zip_code = 'zip-77';

-- name: leads_of_a_status
-- 002:1122 status fields.
select * from roofing.leads where status = 'NEW';

-- name: best_leads
-- 002:241 sorting by score.
select * from roofing.leads order by lead_score desc limit 50;

-- name: activities_of_a_lead
-- 002:281 the timeline of a lead.
select * from roofing.lead_activities where lead_id = 77 order by created_at desc limit 50;

-- name: enrolments_that_are_due
-- 002:419 next_execution_at.
select * from roofing.sequence_enrollments where status = 'active' and next_execution_at <= public.at(0) order by next_execution_at limit 500;

-- name: executions_of_an_enrolment
-- 002:444 steps so far.
select * from roofing.sequence_executions where enrollment_id = 77 order by started_at;

-- name: executions_that_wait
-- 002:1122 status fields.
select * from roofing.sequence_executions where status = 'pending';

-- name: calls_of_an_account
-- 002:1123 timestamp fields for sorting.
select * from roofing.voice_calls where user_id = 7 order by initiated_at desc limit 50;

-- name: call_of_the_carrier
-- 002:529 call_control_id, which each event of the carrier names.
select * from roofing.voice_calls where call_control_id = 'cc-77';

-- name: calls_under_way
-- 002:1122 status fields.
select * from roofing.voice_calls where status = 'ringing';

-- name: turns_of_a_call
-- 002:558 call_id, seq.
select * from roofing.voice_call_turns where call_id = public.key(77)::text order by seq;

-- name: permits_near_a_property
-- 002:985 permits within a quarter mile; the spatial index.
select * from roofing.building_permits
 where earth_position operator(extensions.<@) extensions.earth_box(extensions.ll_to_earth(30.5, -97.5), 402.336);

-- name: most_urgent_properties
-- 002:1041 total_urgency_score.
select * from roofing.property_scores order by total_urgency_score desc limit 50;

-- name: usage_of_an_account
-- 002:791 user_id, day.
select * from roofing.billing_usage where user_id = 7 and day >= public.at(0)::date - 31;

-- name: session_of_a_number
-- 003:217 get session for phone number.
select session_id from recruiting.numbers where phone_number = '+447700000077';

-- name: messages_of_a_session
-- 003:223 get all messages.
select message, id from recruiting.chat_history where session_id = 'session-77' order by id asc;

-- name: sessions_of_a_campaign
-- 003:251 get all sessions for campaign.
select si.* from recruiting.session_info as si where si.campaign = 'campaign-77';

-- name: page_of_a_campaigns_sessions
-- 003:251 the same by pages, the newest first, as recruiting-session lists them.
select s.session_id, n.phone_number from recruiting.session_info as s left join recruiting.numbers as n on n.session_id = s.session_id
 where s.campaign = 'campaign-77' and (s.created_at, s.session_id) < (public.at(10000), 'session-7') and s.session_status = 'completed'
 order by s.created_at desc, s.session_id desc limit 101;

-- name: page_of_a_chat
-- 003:223 the same by pages, as recruiting-chat lists them.
select id, message from recruiting.chat_history where session_id = 'session-77' and id > 1000 order by id limit 101;

-- name: session_that_a_number_writes_to
-- 003:217 the newest active session of two numbers, as each arrival asks.
select s.session_id, s.our_number from recruiting.numbers as n join recruiting.session_info as s on s.session_id = n.session_id
 where n.phone_number = '+447700000077' and (s.our_number is null or s.our_number = any (array['+447700900000']))
 order by s.session_status = 'active' desc, s.created_at desc, s.session_id desc limit 1;

-- name: days_of_a_campaign
-- 003:338 live campaign statistics.
select sum(messages_sent), sum(messages_received), sum(calls), sum(objectives_met), max(latest_at)
  from recruiting.campaign_daily where campaign = 'campaign-77' and day < '2026-11-21';

-- name: messages_of_a_day
-- 003:338 live campaign statistics, of today.
select session_id, message ->> 'sender' from recruiting.chat_history where at >= public.at(1500) and at < public.at(60);

-- name: calls_of_a_session
-- 003:276 get all calls for session.
select * from recruiting.call_info where session_id = 'session-77' order by called_at desc;

-- name: latest_calls
-- 003:109 sort by call time.
select * from recruiting.call_info order by called_at desc limit 50;

-- name: candidate_by_number
-- 003:303 complete candidate data.
select n.phone_number, si.*, ci.campaign as campaign_name, ci.job_info
  from recruiting.numbers as n
  join recruiting.session_info as si on si.session_id = n.session_id
  left join recruiting.campaign_info as ci on ci.campaign = si.campaign
 where n.phone_number = '+447700000077';

-- name: objectives_of_a_session
-- 003:326 objective timeline.
select * from recruiting.session_objective_events where session_id = 'session-77' order by occurred_at desc;

-- name: reminders_that_are_due
-- 003:56 reminder scheduling.
select * from recruiting.session_info
 where session_status = 'active' and next_reminder_at <= public.at(0) order by next_reminder_at limit 500;

-- name: active_leads_of_a_client
-- 004:780 composite index example.
select * from growth.lead_memory
 where client_id = public.key(7) and current_tag = 'Active' and is_test = false order by "timestamp" desc;

-- name: dashboard_of_a_client
-- 004:1003 active leads with their last action.
select lm.*, la.tag, la."timestamp" as last_action_time
  from growth.lead_memory as lm
  left join lateral (select tag, "timestamp" from growth.lead_actions where lead_id = lm.id order by "timestamp" desc limit 1) as la on true
 where lm.client_id = public.key(7)
   and lm.is_test = false
   and lm.archived = false
   and lm.deleted = false
   and lm.current_tag = 'Active'
 order by lm."timestamp" desc;

-- name: dashboard_of_the_largest_client
-- 004:1003 active leads with their last action, of whom has a seventh of all leads.
select lm.*, la.tag, la."timestamp" as last_action_time
  from growth.lead_memory as lm
  left join lateral (select tag, "timestamp" from growth.lead_actions where lead_id = lm.id order by "timestamp" desc limit 1) as la on true
 where lm.client_id = public.key(0)
   and lm.is_test = false
   and lm.archived = false
   and lm.deleted = false
   and lm.current_tag = 'Active'
 order by lm."timestamp" desc;

-- name: page_of_the_largest_client
-- growth-leads, a page in the middle, as row level security asks it.
select id, email, last_submitted_at from growth.lead_memory
 where client_id = public.key(0) and not deleted and (last_submitted_at, id) < (public.at(20000), public.key(20000))
 order by last_submitted_at desc, id desc limit 101;

-- name: tagged_page_of_the_largest_client
-- growth-leads with a tag.
select id, email, last_submitted_at from growth.lead_memory
 where client_id = public.key(0) and current_tag = 'Active' and not deleted and (last_submitted_at, id) < (public.at(20000), public.key(20000))
 order by last_submitted_at desc, id desc limit 101;

-- name: leads_that_are_idle
-- leads-auto-archive, its first batch.
select l.id from growth.lead_memory l
 where l.current_tag = 'Active' and l.last_submitted_at < public.at(49900)
   and not exists (select from growth.lead_actions a where a.lead_id = l.id and a."timestamp" >= public.at(49900))
 order by l.last_submitted_at limit 500;

-- name: timeline_of_a_client
-- 004:566 composite index for timeline queries.
select * from growth.lead_actions where client_id = public.key(7) order by "timestamp" desc limit 50;

-- name: urgency_trend_of_a_client
-- 004:1026 calculate urgency trend.
select urgency, count(*) as count, round(count(*) * 100.0 / sum(count(*)) over (), 2) as percentage
  from growth.lead_memory
 where client_id = public.key(7) and is_test = false and "timestamp" > public.at(0) - interval '30 days'
 group by urgency
 order by count desc;

-- name: latest_insights_of_a_client
-- 004:1041 fetch latest insights.
select event_type, insight_text, learning_snapshot -> 'metrics' as metrics, confidence, created_at
  from growth.growth_brain
 where client_id = public.key(7) order by created_at desc limit 10;

-- name: conversions_of_a_client
-- 004:492 fetch historical conversions.
select learning_snapshot from growth.growth_brain
 where client_id = public.key(7) and event_type = 'conversion' order by created_at desc limit 100;

-- name: snapshots_of_a_pattern
-- 004:893 by the document's own expression.
select * from growth.growth_brain where learning_snapshot ->> 'pattern_type' = 'urgency_increasing';

-- name: snapshots_by_containment
-- 004:380 GIN index for JSONB queries.
select * from growth.growth_brain where learning_snapshot @> '{"pattern_type": "urgency_increasing"}';

-- name: prospects_of_high_priority
-- 004:1056 high-priority prospects.
select business_name, industry, region, automation_need_score, contacted, website
  from growth.prospect_candidates
 where automation_need_score >= 70 and contacted = false order by automation_need_score desc limit 20;
