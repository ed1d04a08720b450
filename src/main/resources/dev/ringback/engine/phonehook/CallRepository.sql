-- name: find
-- A call that we dialled, by our id or else by its provider's, and who it is from.
select m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.our_address, m.their_address, coalesce(m.body_text, '') as body_text, m.variables,
       coalesce(s.display_name, '') as display_name, s.provider as sender_provider, s.account, engine.secret(s.secret_name) as secret
  from engine.message m
  left join engine.sender_identity s on s.pack = m.pack and s.tenant = m.tenant and s.channel = m.channel
 where m.channel = 'voice' and m.direction = 'out'
   and m.id = coalesce(:message::uuid, (select id from engine.message
                                         where provider = 'telnyx' and provider_id = :call_id::text and channel = 'voice'
                                         order by created_at desc
                                         limit 1));
