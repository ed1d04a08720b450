-- name: find_wanted
-- Whether the session's campaign says how a model is to answer, and so many messages of it may be answered by one.
select exists (select from recruiting.session_info s join recruiting.campaign_info c on c.campaign = s.campaign
                where s.session_id = :session_id and c.prompt_chat ~ '\S')
       and (select count(*) from engine.message
             where pack = 'recruiting' and subject_kind = 'session' and subject_id = :session_id and direction = 'in' and channel <> 'voice')
           <= :most::integer as is_wanted;

-- name: find_turn
-- A candidate's message with what its answer stands on, and whether it still wants one: nobody has answered it, nothing of his has come
-- since (the chat's rows say so, whose ids are taken while the session is held: WhatsApp's times are no order, and our instances' clocks
-- none either), and no recruiter has spoken.
select m.id, m.subject_id as session_id, m.received_at, m.channel, c.prompt_chat, c.job_info, c.first_message_chat,
       s.session_status = 'active'
           and not exists (select from recruiting.chat_history own
                             join recruiting.chat_history later on later.session_id = own.session_id and later.id > own.id
                            where own.message_id = m.id and later.message ->> 'sender' = 'user')
           and not exists (select from engine.message later
                            where later.pack = m.pack and later.subject_kind = m.subject_kind and later.subject_id = m.subject_id
                              and later.direction = 'out'
                              and (later.step = 'agent' and later.created_at >= m.created_at or later.variables ->> 'cause' = m.id::text)) as is_open
  from engine.message m
  join recruiting.session_info s on s.session_id = m.subject_id
  left join recruiting.campaign_info c on c.campaign = s.campaign
 where m.id = :message and m.pack = 'recruiting' and m.subject_kind = 'session' and m.direction = 'in';

-- name: list_said
-- What was said last in a session, oldest first.
select said.sender, said.text
  from (select id, message ->> 'sender' as sender, left(message ->> 'text', :chars) as text
          from recruiting.chat_history where session_id = :session_id order by id desc limit :most) said
 order by said.id;
