-- Forgetting a person. Texts and addresses go; what numbers and refusals stand on stays: keyed hashes, times, states.

-- What a tenant's messages with these addresses say and to whom they went; what was planned to them is cancelled. The
-- inbox keeps raw copies of those that came in and of reports: they go by their message and never by what they say, since another tenant's mail
-- may name him or somebody whose address contains his. What became nobody's message goes with its age.
create function engine.erase_messages(p_pack text, p_tenant text, p_hashes bytea[], p_now timestamptz) returns integer
    language plpgsql security definer
    set search_path = ''
as $$
declare
    erased integer;
begin
    perform pg_catalog.set_config('engine.erasing', 'on', true);
    update engine.message
       set status = 'cancelled', reason = 'erased', rule = 'erasure', decided_at = p_now
     where pack = p_pack and tenant = p_tenant and their_hash = any (p_hashes) and direction = 'out' and status in ('planned', 'claimed');
    update engine.message
       set their_address = 'erased', subject = null, body_text = null, variables = '{}'
     where pack = p_pack and tenant = p_tenant and their_hash = any (p_hashes) and their_address <> 'erased';
    get diagnostics erased = row_count;
    update engine.message_event e
       set detail = '{}'
      from engine.message m
     where m.id = e.message and m.pack = p_pack and m.tenant = p_tenant and m.their_hash = any (p_hashes) and e.detail <> '{}';
    delete from engine.tracking_hit h
     using engine.message m
     where m.id = h.message and m.pack = p_pack and m.tenant = p_tenant and m.their_hash = any (p_hashes);
    update engine.inbox i
       set body = ''
      from engine.message m
     where m.id = i.message and m.pack = p_pack and m.tenant = p_tenant and m.their_hash = any (p_hashes) and i.body <> '';
    -- What providers report of them stands under the report's own id, for two adapters under another name than they send by.
    update engine.inbox i
       set body = ''
      from engine.message m join engine.message_event e on e.message = m.id
     where m.pack = p_pack and m.tenant = p_tenant and m.their_hash = any (p_hashes)
       and i.provider = any (case e.provider when 'smtp' then array['mailgun', 'postmark'] when 'meta' then array['meta-whatsapp']
                                             else array[e.provider] end)
       and i.account = '' and i.event_id = e.event_id and i.body <> '';
    perform pg_catalog.set_config('engine.erasing', '', true);
    return erased;
end
$$;
revoke execute on function engine.erase_messages(text, text, bytea[], timestamptz) from public;
grant execute on function engine.erase_messages(text, text, bytea[], timestamptz) to service_role;
