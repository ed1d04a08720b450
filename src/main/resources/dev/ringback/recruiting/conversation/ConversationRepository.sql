-- name: lock_number
-- Of two arrivals from one number at the same moment the second one sees what the first one made.
select pg_advisory_xact_lock(hashtextextended('recruiting.number:' || :number, 0)) is null as locked;

-- name: find_session
-- The session of these two numbers: the newest active one, else the newest; and whether the number that was written to is ours at all.
select exists (select from engine.sender_identity
                where pack = 'recruiting' and channel = :channel and address = any (:ours::text[])) as is_ours,
       s.session_id, s.our_number
  from (select) always
  left join lateral (
           select s.session_id, s.our_number
             from recruiting.numbers n join recruiting.session_info s on s.session_id = n.session_id
            where n.phone_number = :theirs and (s.our_number is null or s.our_number = any (:ours::text[]))
            order by s.session_status = 'active' desc, s.created_at desc, s.session_id desc
            limit 1) s on true;

-- name: begin
-- Somebody wrote whom nobody knows: a session of no campaign. Its zone is told by the number.
with begun as (
    insert into recruiting.session_info (session_id, created_at, updated_at, tz, our_number) values (:session_id, :now, :now, null, :our_number)
    on conflict (session_id) do nothing
    returning session_id
)
insert into recruiting.numbers (session_id, phone_number) select session_id, :theirs from begun;

-- name: find_others
-- The other active sessions with the same person: an answer stops them too.
select other.session_id
  from recruiting.numbers own
  join recruiting.numbers other on other.phone_number = own.phone_number and other.session_id <> own.session_id
  join recruiting.session_info s on s.session_id = other.session_id
 where own.session_id = :session_id and s.session_status = 'active';

-- name: show_received
-- What the candidate wrote, as recruiters see it.
insert into recruiting.chat_history (session_id, message, message_id)
values (:session_id,
        jsonb_build_object('sender', 'user', 'text', :text::text, 'status', 'delivered',
                           'timestamp', to_char(:at::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), :message_id)
on conflict (message_id) do nothing;

-- name: record_answer
-- The silence is over: in this session, and in the other ones with the same person. A no ends them.
update recruiting.session_info
   set last_user_msg_at = case when session_id = :session_id then greatest(last_user_msg_at, :at) else last_user_msg_at end,
       our_number       = case when session_id = :session_id then coalesce(our_number, :our_number) else our_number end,
       next_reminder_at = null,
       reminder_count   = 0,
       session_status   = case when :opted_out and session_status = 'active' then 'opted_out' else session_status end
 where session_id = :session_id or session_id = any (:others::text[]);

-- name: end_opted_out
-- The people said no elsewhere: their sessions are over.
update recruiting.session_info s
   set session_status = 'opted_out', next_reminder_at = null
  from recruiting.numbers own join recruiting.numbers same on same.phone_number = own.phone_number
 where own.session_id = any (:ids::text[]) and s.session_id = same.session_id and s.session_status = 'active';

-- name: find_asked
-- What was said last that may be answered, when, and how often that was; a recruiter's own words among it.
select step, sent_at, count(*) over (partition by step) as times
  from engine.message
 where pack = 'recruiting' and subject_kind = 'session' and subject_id = :session_id and direction = 'out'
   and (step in ('opening', 'agent') or step like 'question:%') and sent_at is not null
 order by sent_at desc, created_at desc
 limit 1;

-- name: find_contact
-- Whom the session is with.
select s.session_id, n.phone_number, s.campaign, s.variables, c."end", c.closing_message_chat
  from recruiting.session_info s
  join recruiting.numbers n on n.session_id = s.session_id
  left join recruiting.campaign_info c on c.campaign = s.campaign
 where s.session_id = :session_id;

-- name: find_standings
-- Whether the sessions may be written to, and by which clock.
select s.session_id, s.session_status, coalesce(s.tz, 'Europe/London') as house_zone, s.tz
  from recruiting.session_info s where s.session_id = any (:ids::text[]);

-- name: show_sent
-- Our messages as recruiters see them, from when their providers have taken them; a status only rises. Total over the engine's states.
insert into recruiting.chat_history as h (session_id, message, message_id)
select m.subject_id,
       jsonb_build_object('sender', 'agent', 'text', coalesce(m.body_text, ''),
                          'timestamp', to_char(m.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                          'status', case when m.status in ('opened', 'read', 'clicked', 'replied', 'complained') then 'read'
                                         when m.status = 'delivered' then 'delivered'
                                         when m.status in ('failed', 'bounced') then 'failed' else 'sent' end),
       m.id
  from engine.message m
 where m.id = any (:ids::uuid[]) and m.channel in ('whatsapp', 'sms') and m.direction = 'out' and m.sent_at is not null
 order by m.sent_at, m.id
on conflict (message_id) do update set message = h.message || jsonb_build_object('status', excluded.message -> 'status')
 where array_position(array['sent', 'failed', 'delivered', 'read'], excluded.message ->> 'status')
       > array_position(array['sent', 'failed', 'delivered', 'read'], h.message ->> 'status');

-- name: follow_messages
-- What our messages did to their sessions. One that left and was no reminder begins a silence, unless the person has written since, or the
-- campaign is over before anybody would be reminded. Cancelled ones say nothing, and of the last action tells the last message alone.
with fared as (
    select m.id, m.subject_id, m.step, m.status, m.reason, m.sent_at, m.our_address,
           row_number() over (partition by m.subject_id order by m.created_at desc, m.id) as nth,
           not exists (select from engine.message later
                        where later.pack = m.pack and later.subject_kind = m.subject_kind and later.subject_id = m.subject_id
                          and later.direction = 'out' and later.created_at > m.created_at) as is_last
      from engine.message m
     where m.id = any (:ids::uuid[]) and m.direction = 'out' and m.status <> 'cancelled'
), said as (
    select subject_id, max(sent_at) as out_at, max(sent_at) filter (where step not in ('reminder', 'call')) as said_at,
           max(our_address) filter (where sent_at is not null and our_address ~ '^\+[1-9][0-9]{1,14}$' and step <> 'call') as our_number
      from fared
     group by subject_id
), due as (
    select s.session_id, a.said_at + make_interval(secs => (:after_seconds::double precision[])[s.reminder_count + 1]) as at, c."end"
      from said a
      join recruiting.session_info s on s.session_id = a.subject_id
      join recruiting.campaign_info c on c.campaign = s.campaign
     where s.session_status = 'active' and a.said_at > coalesce(s.last_agent_msg_at, '-infinity')
       and a.said_at > coalesce(s.last_user_msg_at, '-infinity')
)
update recruiting.session_info s
   set last_outbound_at  = greatest(s.last_outbound_at, a.out_at),
       last_agent_msg_at = greatest(s.last_agent_msg_at, a.said_at),
       our_number        = coalesce(s.our_number, a.our_number),
       last_action       = case when not f.is_last then s.last_action
                                when f.step = 'opening' then 'template_sent' when f.step = 'reminder' then 'reminder_sent'
                                when f.step = 'call' then 'call_started' when f.step = 'closing' then 'closed' else 'message_sent' end,
       action_status     = case when not f.is_last then s.action_status
                                when f.reason = 'held_window' then 'held_window'
                                when f.status in ('suppressed', 'skipped', 'failed', 'bounced') then 'failed'
                                when f.sent_at is null then 'planned' else 'sent' end,
       next_reminder_at  = case when d.session_id is null then s.next_reminder_at
                                when s.last_user_msg_at >= a.said_at or s.session_status <> 'active' then s.next_reminder_at
                                when d.at >= d."end" then null else d.at end
  from said a
  join fared f on f.subject_id = a.subject_id and f.nth = 1
  left join due d on d.session_id = a.subject_id
 where s.session_id = a.subject_id;
