-- name: has_prompt
-- Whether the session's campaign says how a model is to answer.
select exists (select from recruiting.session_info s join recruiting.campaign_info c on c.campaign = s.campaign
                where s.session_id = :session_id and c.prompt_chat ~ '\S') as has_prompt;

-- name: find_turn
-- A candidate's message with what its answer stands on, and whether it still wants one: nobody has answered it, nothing of his has come
-- since (what WhatsApp says of when he wrote is no order), and no recruiter has spoken.
select m.id, m.subject_id as session_id, m.received_at, m.channel, c.prompt_chat, c.job_info, c.first_message_chat,
       s.session_status = 'active'
           and not exists (select from engine.message later
                            where later.pack = m.pack and later.subject_kind = m.subject_kind and later.subject_id = m.subject_id
                              and (later.direction = 'in' and later.channel <> 'voice' and later.created_at > m.created_at
                                   or later.direction = 'out' and later.step = 'agent' and later.created_at >= m.created_at
                                   or later.direction = 'out' and later.variables ->> 'cause' = m.id::text)) as is_open,
       (select count(*) from engine.model_answer a
         where a.pack = m.pack and a.tenant = m.tenant and a.subject_kind = m.subject_kind and a.subject_id = m.subject_id
           and a.purpose = :purpose) as replies
  from engine.message m
  join recruiting.session_info s on s.session_id = m.subject_id
  join recruiting.campaign_info c on c.campaign = s.campaign
 where m.id = :message and m.pack = 'recruiting' and m.subject_kind = 'session' and m.direction = 'in' and c.prompt_chat ~ '\S';

-- name: list_said
-- What was said last in a session, oldest first.
select said.sender, said.text
  from (select id, message ->> 'sender' as sender, left(message ->> 'text', :chars) as text
          from recruiting.chat_history where session_id = :session_id order by id desc limit :most) said
 order by said.id;
