-- name: find_for_sending
-- Messages that have not left, with everything that decides about them: who stops them, the sender and how much of its limits
-- is used, how soon the person may hear again, and the template that fits best (the language before the tone, English and Neutral
-- where there is no better). A message that a dead letter had failed is there too: somebody asked for it again.
select m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.channel, m.purpose, m.their_address, m.variables,
       cs.postal_address, m.status, m.stop_reason,
       m.cause_at, m.expires_at, m.submitting_at,
       m.provider as attempt_provider, coalesce(m.uncertain_at, m.submitting_at) as doubtful_since, e.project <> h.here as is_elsewhere,
       (select b.reason from engine.brake b
         where b.pack in ('*', m.pack) and b.tenant in ('*', m.tenant) and b.channel in ('*', m.channel)
         order by b.since
         limit 1) as brake,
       s.display_name, s.address, s.provider as sender_provider, s.account, s.smtp_host, s.smtp_port, s.smtp_username,
       engine.secret(s.secret_name) as sender_secret,
       engine.daily_limit(s, :now) <= l.used and l.day = (:now at time zone 'UTC')::date
       and m.counted_on is distinct from l.day as is_used_up,
       ((:now at time zone 'UTC')::date + 1)::timestamp at time zone 'UTC' as next_day,
       case when s.min_gap is not null
            then greatest(l.last_at + s.min_gap, :now)
                 + s.min_gap * (row_number() over (partition by m.pack, m.tenant, m.channel order by a.ord) - 1) end as gap_until,
       s.daily_cap is not null or s.ramp_step is not null or s.min_gap is not null
       or exists (select from engine.cap c
                   where c.pack in ('*', m.pack) and c.tenant in ('*', m.tenant) and c.channel in ('*', m.channel)) as is_counted,
       p.until as person_until, p.reason as person_reason,
       m.purpose in ('automatic', 'opt_out_confirmation')
       and (select count(*) from engine.message x
             where x.their_hash = m.their_hash and x.pack = m.pack and x.tenant = m.tenant and x.channel = m.channel and x.id <> m.id
               and x.direction = 'out' and x.purpose in ('automatic', 'opt_out_confirmation')
               and x.submitting_at > :now::timestamptz - make_interval(secs => :answers_within_seconds::double precision))
           >= :most_answers as is_loop,
       t.id as template_id, t.version as template_version, t.subject as template_subject, t.body_text as template_body,
       t.body_html as template_html, t.tracked as template_tracked,
       t.approved_name, t.approved_language, t.parameters
  from unnest(:ids::uuid[]) with ordinality as a (id, ord)
  join engine.message m on m.id = a.id
  cross join (select coalesce(:project::text, engine.here()) as here) h
  left join engine.environment e on true
  left join engine.consent_setting cs on cs.pack = m.pack and cs.tenant = m.tenant
  left join engine.sender_identity s on s.pack = m.pack and s.tenant = m.tenant and s.channel = m.channel
  left join engine.send_slot l on l.pack = m.pack and l.tenant = m.tenant and l.channel = m.channel and l.address_hash = ''
  left join lateral (
           select x.submitting_at + c.period as until, c.reason
             from engine.cap c
             cross join lateral (
                      select submitting_at from engine.message
                       where message.their_hash = any (engine.person_hashes(m.pack, m.tenant, m.their_hash)) and message.pack = m.pack
                         and message.tenant = m.tenant and message.id <> m.id
                         and message.direction = 'out' and c.channel in ('*', message.channel)
                         and message.submitting_at > :now::timestamptz - c.period
                       order by submitting_at desc
                      offset c.most - 1
                       limit 1) x
            where c.pack in ('*', m.pack) and c.tenant in ('*', m.tenant) and c.channel in ('*', m.channel)
            order by 1 desc
            limit 1) p on true
  left join lateral (
           select id, version, subject, body_text, body_html, tracked, approved_name, approved_language, parameters from engine.template
            where template.pack in (m.pack, '*') and template.key = m.template_key
              and template.language in (m.language, 'en') and template.tone in (m.tone, 'Neutral')
            order by template.language = m.language desc, template.tone = m.tone desc, template.pack <> '*' desc
            limit 1) t on true
 where m.settled_at is null
   and (m.status in ('planned', 'claimed', 'submitting', 'uncertain') or m.status = 'failed' and m.rule = 'dead_letter')
 order by a.ord;

-- name: find_suppressions
-- Which of the messages go to a suppressed address, and why; an address has a hash by every live key.
select id, reason
  from (
           select m.id, engine.suppression_reason(m.pack, m.tenant, array_agg(a.hash), min(a.family), null, :now) as reason
             from unnest(:ids::uuid[], :hashes::bytea[], :families::text[]) as a (id, hash, family) join engine.message m on m.id = a.id
            where m.purpose <> 'opt_out_confirmation'
            group by m.id) s
 where reason is not null;
