-- line 307: find contractors for bid card
select contractor_leads.*
  from contractor_leads, bid_cards
 where bid_cards.id = '550e8400-e29b-41d4-a716-446655440000'
   and specialties @> array[project_type];

-- line 307: the same as abbreviated there
-- exception: a list contains lists, not a word; DESIGN 4.1 reads it as specialties @> array[project_type]
select * from contractor_leads, bid_cards where specialties @> project_type;

-- line 308: track outreach status
select * from contractor_outreach_attempts WHERE bid_card_id = '550e8400-e29b-41d4-a716-446655440000' AND status = 'sent';

-- line 309: hot lead detection
select * from contractor_responses WHERE is_hot_lead = true;

-- line 310: follow-up scheduling
select * from followup_attempts WHERE attempt_number < 3 AND got_response = false;
