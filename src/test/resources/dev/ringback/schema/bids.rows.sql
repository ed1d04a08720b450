-- A homeowner's card, a contractor, and what lies between them: what the statements of documents 000 and 001 work on.
insert into homeowners (id) values ('10000000-0000-4000-8000-000000000001');
insert into projects (id, homeowner_id) values ('20000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000001');
insert into bid_cards (id, bid_card_number, project_type, urgency_level, status, project_id)
values ('550e8400-e29b-41d4-a716-446655440000', 'BC-1', 'kitchen', 'week', 'complete', '20000000-0000-4000-8000-000000000001');
insert into contractors (id, company_name) values ('30000000-0000-4000-8000-000000000001', 'Cabinets & Co');
insert into contractors (id, company_name) values ('30000000-0000-4000-8000-000000000002', 'Counters & Co');
insert into contractor_leads (id, company_name, specialties) values ('40000000-0000-4000-8000-000000000001', 'Cabinets & Co', '{kitchen}');
insert into contractor_outreach_attempts (contractor_lead_id, bid_card_id, channel, status)
values ('40000000-0000-4000-8000-000000000001', '550e8400-e29b-41d4-a716-446655440000', 'email', 'sent');
insert into contractor_responses (contractor_id, bid_card_id, message, is_hot_lead)
values ('40000000-0000-4000-8000-000000000001', '550e8400-e29b-41d4-a716-446655440000', 'When shall we come?', true);
insert into followup_attempts (contractor_id, bid_card_id, attempt_number, channel, got_response)
values ('40000000-0000-4000-8000-000000000001', '550e8400-e29b-41d4-a716-446655440000', 1, 'email', false);
insert into conversations (id, bid_card_id, contractor_id, homeowner_id)
values ('550e8400-e29b-41d4-a716-446655440000', '550e8400-e29b-41d4-a716-446655440000', '30000000-0000-4000-8000-000000000001',
        '10000000-0000-4000-8000-000000000001');
insert into messaging_system_messages (id, conversation_id, sender_type, filtered_content)
values ('550e8400-e29b-41d4-a716-446655440000', '550e8400-e29b-41d4-a716-446655440000', 'homeowner', 'Hello');
