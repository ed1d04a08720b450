-- line 58: resolve or create the conversation of a homeowner and a contractor about a card
insert into conversations (bid_card_id, contractor_id, homeowner_id)
select bid_cards.id, contractors.id, projects.homeowner_id
  from bid_cards join projects on projects.id = bid_cards.project_id cross join contractors
on conflict (bid_card_id, contractor_id, homeowner_id) do nothing;

-- line 60: if approved, insert into messaging_system_messages
insert into messaging_system_messages (conversation_id, sender_type, filtered_content, threats_detected, agent_decision, confidence_score)
select id, 'homeowner', 'When can you start?', '[]', 'approved', 0.99 from conversations;

-- line 61: update conversations.last_message_at
update conversations set last_message_at = now() where bid_card_id = '550e8400-e29b-41d4-a716-446655440000';

-- line 62: insert attachments into message_attachments
insert into message_attachments (message_id, path, file_name, media_type, size_bytes)
select id, 'intelligent_messages/1760000000_' || id || '_kitchen.png', 'kitchen.png', 'image/png', 48213 from messaging_system_messages;

-- line 63: if blocked, insert into blocked_messages_log for audit
insert into blocked_messages_log (conversation_id, bid_card_id, sender_type, original_content)
select id, bid_card_id, 'contractor', 'Call me: five five five, zero one zero zero' from conversations;

-- line 65: agent comments retrieved with visibility filters
select * from agent_comments where conversation_id = '550e8400-e29b-41d4-a716-446655440000' and visibility in ('homeowner', 'both');

-- line 66: security analysis over blocked and passed messages joined to conversations
select c.id, count(distinct b.id) as blocked, count(distinct m.id) as passed
  from conversations c
  left join blocked_messages_log b on b.conversation_id = c.id
  left join messaging_system_messages m on m.conversation_id = c.id
 group by c.id;

-- line 69: messages of a conversation
select m.*
  from messaging_system_messages m join conversations c on m.conversation_id = c.id
 where c.id = '550e8400-e29b-41d4-a716-446655440000'
 order by m.created_at desc;

-- line 94: contractor_leads and potential_contractors are the same rows
select l.id from contractor_leads l join potential_contractors p on p.id = l.id;

-- line 148: timeline of a card
select * from contractor_outreach_attempts where bid_card_id = '550e8400-e29b-41d4-a716-446655440000' order by created_at desc limit 100;

-- line 161: blocked messages of a card
select * from blocked_messages_log where bid_card_id = '550e8400-e29b-41d4-a716-446655440000' order by blocked_at desc;

-- line 162: attachments of a message
select * from message_attachments where message_id = '550e8400-e29b-41d4-a716-446655440000';
