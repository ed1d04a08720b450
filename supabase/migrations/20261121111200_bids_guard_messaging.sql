-- Who sees and does what in conversations. Nobody but the service writes messages: what a side sends is decided on first.

-- The caller's conversations; with a side, those where he is that side.
create function engine.bids_conversation_ids(side text default null) returns uuid[]
    language sql stable security definer
    set search_path = ''
as $$
    select array(select id from bids.conversations
                  where homeowner_id = (select engine.bids_homeowner_id()) and side is distinct from 'contractor'
                 union
                 select id from bids.conversations
                  where contractor_id = (select engine.bids_contractor_id()) and side is distinct from 'homeowner')
$$;

-- The homeowner of a card that is the caller's own or was offered to him; null for other cards.
create function engine.bids_card_homeowner_id(card_id uuid) returns uuid
    language sql stable security definer
    set search_path = ''
as $$
    select coalesce(p.homeowner_id, (select h.id
                                       from bids.agent_conversations as a
                                       join bids.homeowners as h on h.user_id = a.user_id
                                      where a.thread_id = c.cia_thread_id and c.project_id is null
                                      limit 1))
      from bids.bid_cards as c
      left join bids.projects as p on p.id = c.project_id
     where c.id = card_id and c.id = any (engine.bids_card_ids() || engine.bids_offered_card_ids())
$$;
revoke execute on function engine.bids_conversation_ids(text), engine.bids_card_homeowner_id(uuid) from public;
grant execute on function engine.bids_conversation_ids(text), engine.bids_card_homeowner_id(uuid) to authenticated;

create policy conversations_select on bids.conversations for select to authenticated
    using (homeowner_id = (select engine.bids_homeowner_id())
           or contractor_id = (select engine.bids_contractor_id())
           or (select engine.bids_role()) in ('moderator', 'admin'));
-- Either side opens it: the homeowner of a card with who bids on it, a contractor with the homeowner of a card that he was offered.
create policy conversations_insert on bids.conversations for insert to authenticated
    with check (homeowner_id = engine.bids_card_homeowner_id(bid_card_id)
                and ((homeowner_id = (select engine.bids_homeowner_id())
                      and exists (select
                                    from bids.contractor_bids as b
                                   where b.bid_card_id = conversations.bid_card_id and b.contractor_id = conversations.contractor_id))
                     or contractor_id = (select engine.bids_contractor_id())));
create policy conversations_update on bids.conversations for update to authenticated
    using ((select engine.bids_role()) in ('moderator', 'admin'))
    with check ((select engine.bids_role()) in ('moderator', 'admin'));
grant select, insert (bid_card_id, contractor_id, homeowner_id), update (status) on bids.conversations to authenticated;

create policy messaging_system_messages_select on bids.messaging_system_messages for select to authenticated
    using (conversation_id = any ((select engine.bids_conversation_ids())::uuid[])
           or (select engine.bids_role()) in ('moderator', 'admin'));
create policy messaging_system_messages_update on bids.messaging_system_messages for update to authenticated
    using (conversation_id = any ((select engine.bids_conversation_ids())::uuid[])
           and sender_user_id is distinct from (select auth.uid()))
    with check (conversation_id = any ((select engine.bids_conversation_ids())::uuid[])
                and sender_user_id is distinct from (select auth.uid()));
grant select, update (read_at) on bids.messaging_system_messages to authenticated;

create policy message_originals_select on bids.message_originals for select to authenticated
    using ((select engine.bids_role()) in ('moderator', 'admin'));
create policy blocked_messages_log_select on bids.blocked_messages_log for select to authenticated
    using ((select engine.bids_role()) in ('moderator', 'admin'));
grant select on bids.message_originals, bids.blocked_messages_log to authenticated;

-- Whoever may read the message may read what hangs on it.
create policy message_attachments_select on bids.message_attachments for select to authenticated
    using (message_id in (select id from bids.messaging_system_messages));
grant select on bids.message_attachments to authenticated;

create policy agent_comments_select on bids.agent_comments for select to authenticated
    using ((visibility in ('homeowner', 'both') and conversation_id = any ((select engine.bids_conversation_ids('homeowner'))::uuid[]))
           or (visibility in ('contractor', 'both') and conversation_id = any ((select engine.bids_conversation_ids('contractor'))::uuid[]))
           or (select engine.bids_role()) in ('moderator', 'admin'));
grant select on bids.agent_comments to authenticated;

grant select, insert, update, delete on bids.conversations, bids.messaging_system_messages, bids.message_originals,
    bids.message_attachments, bids.blocked_messages_log, bids.agent_comments to service_role;
