-- name: lock
-- Whoever changes a tag waits until the reminders are planned, and then finds them to cancel. A lead that somebody is just changing is
-- left out: who changes several would wait for us in another order than ours, and it is his statement that would be broken off.
select id from growth.lead_memory where id = any (:ids::text[]::uuid[]) order by id for share skip locked;

-- name: find_there
-- Which of the leads are there.
select id from growth.lead_memory where id = any (:ids::text[]::uuid[]);

-- name: lock_messages
-- Whoever hands in the person's answer waits too, since it begins with the message that was answered, and then finds the reminder.
select id from engine.message
 where pack = 'growth' and subject_kind = 'lead' and subject_id = any (:ids::text[]) and direction = 'out'
 order by id
   for update;

-- name: find
-- Leads with how far their reminders are, and how their client wants them written to.
select l.id, l.client_id, l.email, l.name, coalesce(nullif(l.language, ''), 'en') as language, l.followup_since,
       coalesce(l.is_test, false) or c.is_test as is_test,
       l.last_submitted_at > l.followup_since or coalesce(told.answered, false) as answered, coalesce(told.written, 0)::integer as written, told.last_at,
       c.business_name, coalesce(c.custom_tagline, '') as tagline, coalesce(c.booking_link, '') as booking_link, c.time_zone,
       case when c.ai_personalized_reply then c.email_tone else 'Neutral' end as email_tone
  from growth.lead_memory l
  join growth.clients c on c.client_id = l.client_id
  left join lateral (
           select bool_or(m.direction = 'in') as answered, count(*) filter (where m.direction = 'out' and m.step = 'follow-up') as written,
                  max(m.created_at) filter (where m.direction = 'out' and m.step = 'follow-up') as last_at
             from engine.message m
            where m.pack = 'growth' and m.subject_kind = 'lead' and m.subject_id = l.id::text and m.created_at > l.followup_since) told on true
 where l.id = any (:ids::text[]::uuid[]);
