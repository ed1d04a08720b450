-- The statements of the document, as written but for placeholders. `given` lines are run before the statement that follows them.

-- given: insert into campaign_info (campaign) values ('Plumber - London') on conflict do nothing;
-- given: insert into session_info (session_id, campaign) values ('session-1', 'Plumber - London') on conflict do nothing;
-- given: insert into numbers (session_id, phone_number) values ('session-1', '+447700900123') on conflict do nothing;
-- line 217: session for a phone number
SELECT session_id FROM numbers 
WHERE phone_number = '+447700900123';

-- line 223: all messages of a session
SELECT message, id
FROM chat_history
WHERE session_id = 'session-1'
ORDER BY id ASC;

-- line 245: campaign details
SELECT * FROM campaign_info
WHERE campaign = 'Plumber - London';

-- line 251: all sessions of a campaign
SELECT si.*
FROM session_info si
WHERE si.campaign = 'Plumber - London';

-- line 276: calls of a session
SELECT *
FROM call_info
WHERE session_id = 'session-1'
ORDER BY called_at DESC;

-- line 303: candidate by phone number
SELECT n.phone_number, si.*, ci.campaign as campaign_name, ci.job_info
FROM numbers n
JOIN session_info si ON si.session_id = n.session_id
LEFT JOIN campaign_info ci ON ci.campaign = si.campaign
WHERE n.phone_number = '+447700900123';

-- line 312: chat history of a candidate
SELECT message FROM chat_history
WHERE session_id = 'session-1'
ORDER BY id ASC;

-- line 319: calls of a candidate
SELECT * FROM call_info
WHERE session_id = 'session-1'
ORDER BY called_at DESC;

-- line 326: objective timeline
SELECT * FROM session_objective_events
WHERE session_id = 'session-1'
ORDER BY occurred_at DESC;
