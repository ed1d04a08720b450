-- name: find_for_sending
-- A message that has not left, with everything that decides about it: brake, sender, and the template that fits best (the
-- language before the tone, English and Neutral where there is no better).
select m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.channel, m.their_address, m.variables, m.status, m.expires_at,
       b.reason as brake, s.display_name, s.address, s.smtp_host, s.smtp_port, s.smtp_username, engine.secret(s.secret_name) as smtp_password,
       t.id as template_id, t.version as template_version, t.subject as template_subject, t.body_text as template_body
  from engine.message m
  left join engine.sender_identity s on s.pack = m.pack and s.tenant = m.tenant and s.channel = m.channel
  left join lateral (
           select reason from engine.brake
            where brake.pack in ('*', m.pack) and brake.tenant in ('*', m.tenant) and brake.channel in ('*', m.channel)
            order by since
            limit 1) b on true
  left join lateral (
           select id, version, subject, body_text from engine.template
            where template.pack = m.pack and template.key = m.template_key
              and template.language in (m.language, 'en') and template.tone in (m.tone, 'Neutral')
            order by template.language = m.language desc, template.tone = m.tone desc
            limit 1) t on true
 where m.id = :id and m.status in ('planned', 'claimed', 'submitting', 'uncertain');

-- name: begin_submission
-- The gate: nothing leaves without this row, and it looks at suppression and brake itself. A message found in `submitting`
-- was left there by a crash: it may have gone out, and goes again under the same reference.
update engine.message m
   set status        = 'submitting',
       our_address   = :from,
       reference     = :reference,
       subject       = :subject,
       body_text     = :text,
       provider      = :provider,
       submitting_at = :now,
       uncertain_at  = case when m.status = 'submitting' then :now else m.uncertain_at end,
       reason        = null,
       rule          = 'clear',
       decided_at    = :now
 where m.id = :id
   and m.status in ('planned', 'claimed', 'submitting', 'uncertain')
   and not exists (select from engine.suppression s
                    where s.address_hash = any (:hashes::bytea[]) and s.pack = m.pack and s.tenant = m.tenant
                      and s.channel_family in ('all', :family) and (s.until is null or s.until > :now))
   and not exists (select from engine.brake b
                    where b.pack in ('*', m.pack) and b.tenant in ('*', m.tenant) and b.channel in ('*', m.channel));

-- name: record_sent
-- The provider took it. A reply that was faster keeps its status.
update engine.message
   set status      = case when status = 'replied' then status else 'sent' end,
       sent_at     = coalesce(sent_at, :now),
       provider_id = :provider_id
 where id = :id and status in ('submitting', 'uncertain', 'replied');

-- name: record_not_sent
-- It does not leave, or not now: `status` says which, the reason why.
update engine.message
   set status = :status, reason = :reason, rule = :rule, decided_at = :now
 where id = :id and status in ('planned', 'claimed', 'submitting', 'uncertain');
