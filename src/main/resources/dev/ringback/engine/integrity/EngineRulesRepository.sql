-- name: sent_after_opt_out
-- Submissions that began more than a minute after a no that covers them and still stood. A minute, because a transaction's time
-- is that of its start: a no that began earlier may have been committed later.
insert into engine.violation as v (rule, object_id, detail, found_at, seen_at)
select 'engine.sent_after_opt_out', m.id::text, jsonb_build_object('pack', m.pack, 'tenant', m.tenant, 'suppression', min(s.id)), :now, :now
  from engine.message m
  join engine.suppression s on s.address_hash = m.their_hash
 where m.submitting_at >= :since and m.direction = 'out' and m.purpose <> 'opt_out_confirmation'
   and s.since < m.submitting_at - interval '1 minute' and (s.until is null or s.until > m.submitting_at)
   and (s.scope = 'global' or s.scope = 'tenant' and s.pack = m.pack and s.tenant = m.tenant)
   and s.channel_family in ('all', case m.channel when 'sms' then 'phone' when 'voice' then 'phone' else m.channel end)
 group by m.id, m.pack, m.tenant
 order by m.id
 limit :limit
on conflict (rule, object_id) do update set seen_at = excluded.seen_at
returning v.object_id;

-- name: work_without_message
-- Sends of messages that are not there.
insert into engine.violation as v (rule, object_id, detail, found_at, seen_at)
select 'engine.work_without_message', w.id::text, jsonb_build_object('pack', w.pack, 'tenant', w.tenant, 'message', w.payload ->> 'message'),
       :now, :now
  from engine.work w
 where w.kind = 'engine.send' and w.created_at < :before
   and not exists (select from engine.message m where m.id::text = w.payload ->> 'message')
 order by w.id
 limit :limit
on conflict (rule, object_id) do update set seen_at = excluded.seen_at, resolved_at = null
returning v.object_id;

-- name: work_without_entry
-- Work that nothing will ever claim: neither waiting nor ready nor leased.
insert into engine.violation as v (rule, object_id, detail, found_at, seen_at)
select 'engine.work_without_entry', w.id::text, jsonb_build_object('pack', w.pack, 'tenant', w.tenant, 'kind', w.kind), :now, :now
  from engine.work w
 where not exists (select from engine.waiting e where e.work_id = w.id)
   and not exists (select from engine.ready e where e.work_id = w.id)
   and not exists (select from engine.lease l where w.id = any (l.work_ids))
 order by w.id
 limit :limit
on conflict (rule, object_id) do update set seen_at = excluded.seen_at, resolved_at = null
returning v.object_id;

-- name: message_without_work
-- Messages that are to leave, or are leaving, and that nothing will look after.
insert into engine.violation as v (rule, object_id, detail, found_at, seen_at)
select 'engine.message_without_work', m.id::text, jsonb_build_object('pack', m.pack, 'tenant', m.tenant, 'status', m.status), :now, :now
  from engine.message m
 where m.direction = 'out' and m.status in ('planned', 'claimed', 'submitting', 'uncertain') and m.settled_at is null
   and coalesce(m.decided_at, m.planned_at, m.created_at) < :before
   and not exists (select from engine.work w where w.dedupe_key = 'engine.send:' || m.id)
 order by m.id
 limit :limit
on conflict (rule, object_id) do update set seen_at = excluded.seen_at, resolved_at = null
returning v.object_id;

-- name: message_behind_events
-- Messages whose row doesn't say what was reported of them: its time must be the earliest that was told.
insert into engine.violation as v (rule, object_id, detail, found_at, seen_at)
select 'engine.message_behind_events', m.id::text, jsonb_build_object('pack', m.pack, 'tenant', m.tenant, 'events', jsonb_agg(e.event)), :now, :now
  from (select message, event, min(at) as at from engine.message_event where recorded_at between :since and :before group by message, event) e
  join engine.message m on m.id = e.message
 where coalesce(case e.event when 'accepted' then m.accepted_at when 'sent' then m.sent_at when 'failed' then m.failed_at
                             when 'delivered' then m.delivered_at when 'bounced' then m.bounced_at when 'opened' then m.opened_at
                             when 'read' then m.read_at when 'clicked' then m.clicked_at when 'replied' then m.replied_at
                             when 'complained' then m.complained_at else e.at end, 'infinity') > e.at
 group by m.id, m.pack, m.tenant
 order by m.id
 limit :limit
on conflict (rule, object_id) do update set seen_at = excluded.seen_at, resolved_at = null
returning v.object_id;

-- name: work_without_subject
-- Work that is about nothing. Whether a subject's row is still there only its pack can tell.
insert into engine.violation as v (rule, object_id, detail, found_at, seen_at)
select 'engine.work_without_subject', w.id::text, jsonb_build_object('pack', w.pack, 'tenant', w.tenant, 'kind', w.kind), :now, :now
  from engine.work w
 where w.subject_kind is null or w.subject_id is null
 order by w.id
 limit :limit
on conflict (rule, object_id) do update set seen_at = excluded.seen_at, resolved_at = null
returning v.object_id;
