-- Who sees and does what with parties, cards and bids. A person is who `user_id` says, staff who the verified claim
-- `app_metadata.role` says: `moderator` reads conversations and cards, `admin` reads all and writes what is written by hand.

-- The caller's staff role; null for everybody else.
create function engine.bids_role() returns text
    language sql stable
    set search_path = ''
return nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb #>> '{app_metadata,role}';

create function engine.bids_homeowner_id() returns uuid
    language sql stable security definer
    set search_path = ''
as $$ select id from bids.homeowners where user_id = (select auth.uid()) $$;

create function engine.bids_contractor_id() returns uuid
    language sql stable security definer
    set search_path = ''
as $$ select id from bids.contractors where user_id = (select auth.uid()) $$;

-- A card is its project's homeowner's; without a project, its thread's person's. The policies of bid_cards ask for both
-- lists instead of card ids, so that a row which is just being inserted passes too.
create function engine.bids_project_ids() returns uuid[]
    language sql stable security definer
    set search_path = ''
as $$ select array(select id from bids.projects where homeowner_id = (select engine.bids_homeowner_id())) $$;

create function engine.bids_thread_ids() returns text[]
    language sql stable security definer
    set search_path = ''
as $$
    select array(select c.thread_id
                   from bids.agent_conversations as c
                   join bids.homeowners as h on h.user_id = c.user_id
                  where c.user_id = (select auth.uid()) and c.thread_id is not null)
$$;

-- The cards that the caller owns as a homeowner.
create function engine.bids_card_ids() returns uuid[]
    language sql stable security definer
    set search_path = ''
as $$
    select array(select id from bids.bid_cards where project_id = any ((select engine.bids_project_ids())::uuid[])
                 union
                 select id from bids.bid_cards where project_id is null and cia_thread_id = any ((select engine.bids_thread_ids())::text[]))
$$;

-- The cards that the caller, a contractor, was invited to, bids on or writes about.
create function engine.bids_offered_card_ids() returns uuid[]
    language sql stable security definer
    set search_path = ''
as $$
    select array(select a.bid_card_id
                   from bids.contractor_leads as l
                   join bids.contractor_outreach_attempts as a on a.contractor_lead_id = l.id
                  where l.contractor_id = (select engine.bids_contractor_id()) and a.bid_card_id is not null
                 union
                 select bid_card_id from bids.contractor_bids where contractor_id = (select engine.bids_contractor_id())
                 union
                 select bid_card_id from bids.conversations where contractor_id = (select engine.bids_contractor_id()))
$$;

-- The contractors who bid on the caller's cards or write with him.
create function engine.bids_bidder_ids() returns uuid[]
    language sql stable security definer
    set search_path = ''
as $$
    select array(select contractor_id from bids.contractor_bids where bid_card_id = any ((select engine.bids_card_ids())::uuid[])
                 union
                 select contractor_id from bids.conversations where homeowner_id = (select engine.bids_homeowner_id()))
$$;

revoke execute on function engine.bids_role(), engine.bids_homeowner_id(), engine.bids_contractor_id(), engine.bids_project_ids(),
    engine.bids_thread_ids(), engine.bids_card_ids(), engine.bids_offered_card_ids(), engine.bids_bidder_ids() from public;
grant execute on function engine.bids_role(), engine.bids_homeowner_id(), engine.bids_contractor_id(), engine.bids_project_ids(),
    engine.bids_thread_ids(), engine.bids_card_ids(), engine.bids_offered_card_ids(), engine.bids_bidder_ids() to authenticated;

create policy homeowners_select on bids.homeowners for select to authenticated
    using (user_id = (select auth.uid()) or (select engine.bids_role()) in ('moderator', 'admin'));
create policy homeowners_insert on bids.homeowners for insert to authenticated
    with check (user_id = (select auth.uid()));
create policy homeowners_update on bids.homeowners for update to authenticated
    using (user_id = (select auth.uid()))
    with check (user_id = (select auth.uid()));
grant select, insert (user_id, address, preferences), update (address, preferences) on bids.homeowners to authenticated;

create policy projects_select on bids.projects for select to authenticated
    using (homeowner_id = (select engine.bids_homeowner_id()) or (select engine.bids_role()) in ('moderator', 'admin'));
create policy projects_insert on bids.projects for insert to authenticated
    with check (homeowner_id = (select engine.bids_homeowner_id()));
create policy projects_update on bids.projects for update to authenticated
    using (homeowner_id = (select engine.bids_homeowner_id()))
    with check (homeowner_id = (select engine.bids_homeowner_id()));
create policy projects_delete on bids.projects for delete to authenticated
    using (homeowner_id = (select engine.bids_homeowner_id()));
grant select, insert, update, delete on bids.projects to authenticated;

create policy contractors_select on bids.contractors for select to authenticated
    using (user_id = (select auth.uid())
           or id = any ((select engine.bids_bidder_ids())::uuid[])
           or (select engine.bids_role()) in ('moderator', 'admin'));
create policy contractors_insert on bids.contractors for insert to authenticated
    with check (user_id = (select auth.uid()));
create policy contractors_update on bids.contractors for update to authenticated
    using (user_id = (select auth.uid()))
    with check (user_id = (select auth.uid()));
-- Ratings and checks are not for contractors' hands.
grant select, insert (user_id, company_name, about, specialties, city, state, service_radius_miles, service_zip_codes),
    update (company_name, about, specialties, city, state, service_radius_miles, service_zip_codes) on bids.contractors to authenticated;

create policy agent_conversations_select on bids.agent_conversations for select to authenticated
    using (user_id = (select auth.uid()) or (select engine.bids_role()) = 'admin');
grant select on bids.agent_conversations to authenticated;

create policy bid_cards_select on bids.bid_cards for select to authenticated
    using (project_id = any ((select engine.bids_project_ids())::uuid[])
           or (project_id is null and cia_thread_id = any ((select engine.bids_thread_ids())::text[]))
           or id = any ((select engine.bids_offered_card_ids())::uuid[])
           or (select engine.bids_role()) in ('moderator', 'admin'));
-- A homeowner's card begins as every card does, and names no stranger's thread: cards are looked up by it.
create policy bid_cards_insert on bids.bid_cards for insert to authenticated
    with check ((status = 'generated'
                 and ((project_id is null and cia_thread_id = any ((select engine.bids_thread_ids())::text[]))
                      or (project_id = any ((select engine.bids_project_ids())::uuid[])
                          and (cia_thread_id is null or cia_thread_id = any ((select engine.bids_thread_ids())::text[])))))
                or (select engine.bids_role()) = 'admin');
-- A homeowner changes a card while it is open, and may cancel it; the rest of its life is the machine's.
create policy bid_cards_update on bids.bid_cards for update to authenticated
    using ((status in ('generated', 'processing')
            and (project_id = any ((select engine.bids_project_ids())::uuid[])
                 or (project_id is null and cia_thread_id = any ((select engine.bids_thread_ids())::text[]))))
           or (select engine.bids_role()) = 'admin')
    with check ((status in ('generated', 'processing', 'cancelled')
                 and (project_id = any ((select engine.bids_project_ids())::uuid[])
                      or (project_id is null and cia_thread_id = any ((select engine.bids_thread_ids())::text[]))))
                or (select engine.bids_role()) = 'admin');
create policy bid_cards_delete on bids.bid_cards for delete to authenticated
    using ((select engine.bids_role()) = 'admin');
grant select, insert, delete on bids.bid_cards to authenticated;
-- Not its number, nor the thread that says whose it is.
grant update (project_id, project_type, urgency_level, complexity_score, contractor_count_needed, budget_min, budget_max, bid_document,
    requirements_extracted, status) on bids.bid_cards to authenticated;

create policy contractor_bids_select on bids.contractor_bids for select to authenticated
    using (contractor_id = (select engine.bids_contractor_id())
           or bid_card_id = any ((select engine.bids_card_ids())::uuid[])
           or (select engine.bids_role()) in ('moderator', 'admin'));
create policy contractor_bids_insert on bids.contractor_bids for insert to authenticated
    with check (contractor_id = (select engine.bids_contractor_id())
                and bid_card_id = any ((select engine.bids_offered_card_ids())::uuid[])
                and status = 'submitted');
-- The bidder withdraws, the homeowner decides; what is decided stays so.
create policy contractor_bids_update on bids.contractor_bids for update to authenticated
    using (status = 'submitted'
           and (contractor_id = (select engine.bids_contractor_id()) or bid_card_id = any ((select engine.bids_card_ids())::uuid[])))
    with check ((contractor_id = (select engine.bids_contractor_id()) and status = 'withdrawn')
                or (bid_card_id = any ((select engine.bids_card_ids())::uuid[]) and status in ('accepted', 'rejected')));
grant select, insert (bid_card_id, contractor_id, amount, currency, proposal, start_on, duration_days), update (status)
    on bids.contractor_bids to authenticated;

grant select, insert, update, delete on bids.homeowners, bids.projects, bids.contractors, bids.agent_conversations, bids.bid_cards,
    bids.contractor_bids to service_role;
