-- name: find_past
-- How often the prospects were asked, and whether they are being asked now.
select prospect_id, count(*)::integer as probes, bool_or(status in ('planned', 'waiting')) as is_under_way
  from growth.prospect_probe
 where prospect_id = any (:prospects::uuid[])
 group by prospect_id;

-- name: find_untested
-- Prospects that nobody has asked yet, in the order in which they came.
select c.id
  from growth.prospect_candidates c
 where c.last_tested is null and (c.form_url is not null or c.contact_email is not null)
   and not exists (select from growth.prospect_probe p where p.prospect_id = c.id)
 order by c.created_at, c.id
 limit :limit;

-- name: record
-- The probes of messages that were just planned, or withheld at once. Recorded twice is recorded once: then no row comes back.
insert into growth.prospect_probe (id, prospect_id, channel, status, reason, planned_at)
select m.id, m.subject_id::uuid, m.channel, case m.status when 'planned' then 'planned' else 'failed' end, m.reason, m.planned_at
  from engine.message m
 where m.id = any (:ids::uuid[])
on conflict (id) do nothing
returning id, prospect_id, channel, status, reason, planned_at, sent_at, answered_at, delay_ms, personalised, response_score;

-- name: follow
-- As far as their messages are, whatever was reported in which order. One of which nobody knows whether it left waits as well: its
-- answer would tell. Answers those that wait now.
with moved as (
    update growth.prospect_probe p
       set status  = case when m.status in ('suppressed', 'skipped', 'cancelled', 'failed', 'bounced') then 'failed'
                          when m.sent_at is not null or m.status = 'uncertain' then 'waiting'
                          else 'planned' end,
           reason  = case when m.status in ('suppressed', 'skipped', 'cancelled', 'failed', 'bounced') then coalesce(m.reason, m.status::text) end,
           sent_at = m.sent_at
      from engine.message m
     where m.id = p.id and p.id = any (:ids::uuid[]) and p.status in ('planned', 'waiting', 'failed')
    returning p.id, p.prospect_id, p.status, coalesce(m.sent_at, m.submitting_at) as since
), tested as (
    update growth.prospect_candidates c
       set last_tested = greatest(c.last_tested, m.since)
      from moved m
     where c.id = m.prospect_id and m.status = 'waiting'
)
select id, prospect_id, since from moved where status = 'waiting' and since is not null order by id;

-- name: find_question
-- What was asked, when, and in whose name. Taken for writing, so that an answer and the end of the wait come one after the other.
select p.id, coalesce(m.sent_at, m.submitting_at) as asked_at, coalesce(m.variables ->> 'sender_name', '') as name, coalesce(m.body_text, '') as text
  from growth.prospect_probe p
  join engine.message m on m.id = p.id
 where p.id = :id and m.submitting_at is not null
   for update of p;

-- name: find_answered
-- Which probe a person's message answers.
select p.id from engine.message a join growth.prospect_probe p on p.id = a.in_reply_to where a.id = :answer;

-- name: record_answer
-- An automatic answer came, after all where the wait was over; the earliest counts.
update growth.prospect_probe
   set status = 'answered', reason = null, answered_at = :at, delay_ms = :delay_ms, personalised = :personalised, response_score = :score
 where id = :id and (answered_at is null or answered_at > :at);

-- name: close
-- The wait is over. Of a question that may never have been asked, silence says nothing.
update growth.prospect_probe
   set status         = case when sent_at is null then 'failed' else 'silent' end,
       reason         = case when sent_at is null then 'uncertain' end,
       response_score = case when sent_at is not null then :score::numeric end
 where id = :id and status = 'waiting';

-- name: score
-- The prospect's scores are those of the last probe that found something out.
update growth.prospect_candidates c
   set response_score = p.response_score, automation_need_score = 100 - p.response_score
  from growth.prospect_probe p
 where p.id = :id and c.id = p.prospect_id and p.response_score is not null
   and not exists (select from growth.prospect_probe later
                    where later.prospect_id = p.prospect_id and later.response_score is not null and later.planned_at > p.planned_at);

-- name: list
-- A prospect's probes, the latest first.
select id, prospect_id, channel, status, reason, planned_at, sent_at, answered_at, delay_ms, personalised, response_score
  from growth.prospect_probe
 where prospect_id = :prospect
 order by planned_at desc, id
 limit :limit;
