-- name: list
-- A session's messages in their order.
select id, message from recruiting.chat_history where session_id = :session_id and id > :after order by id limit :limit;

-- name: find_contact
-- Whom a recruiter writes to.
select s.session_id, n.phone_number, s.campaign, s.variables, c."end"
  from recruiting.session_info s
  join recruiting.numbers n on n.session_id = s.session_id
  left join recruiting.campaign_info c on c.campaign = s.campaign
 where s.session_id = :session_id;

-- name: note_planned
-- What is about to be done in the session.
update recruiting.session_info set last_action = 'message_sent', action_status = 'planned' where session_id = :session_id;
