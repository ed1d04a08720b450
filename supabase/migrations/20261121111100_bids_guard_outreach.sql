-- Who sees and does what with discovery, outreach and what came of it. The machine's own tables: admins read them and write
-- what is decided by hand; a homeowner sees how the search and the campaign of his card get on; leads see nothing.

create policy contractor_leads_select on bids.contractor_leads for select to authenticated
    using ((select engine.bids_role()) = 'admin');
create policy contractor_leads_insert on bids.contractor_leads for insert to authenticated
    with check ((select engine.bids_role()) = 'admin');
create policy contractor_leads_update on bids.contractor_leads for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
create policy contractor_leads_delete on bids.contractor_leads for delete to authenticated
    using ((select engine.bids_role()) = 'admin');
grant select, insert, update, delete on bids.contractor_leads, bids.potential_contractors to authenticated;

create policy discovery_runs_select on bids.discovery_runs for select to authenticated
    using (bid_card_id = any ((select engine.bids_card_ids())::uuid[]) or (select engine.bids_role()) = 'admin');
create policy discovery_runs_insert on bids.discovery_runs for insert to authenticated
    with check ((select engine.bids_role()) = 'admin');
create policy discovery_runs_update on bids.discovery_runs for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
grant select, insert, update on bids.discovery_runs to authenticated;

create policy contractor_discovery_cache_select on bids.contractor_discovery_cache for select to authenticated
    using ((select engine.bids_role()) = 'admin');
create policy contractor_discovery_cache_delete on bids.contractor_discovery_cache for delete to authenticated
    using ((select engine.bids_role()) = 'admin');
grant select, delete on bids.contractor_discovery_cache to authenticated;

create policy outreach_campaigns_select on bids.outreach_campaigns for select to authenticated
    using (bid_card_id = any ((select engine.bids_card_ids())::uuid[]) or (select engine.bids_role()) = 'admin');
create policy outreach_campaigns_insert on bids.outreach_campaigns for insert to authenticated
    with check ((select engine.bids_role()) = 'admin');
create policy outreach_campaigns_update on bids.outreach_campaigns for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
create policy outreach_campaigns_delete on bids.outreach_campaigns for delete to authenticated
    using ((select engine.bids_role()) = 'admin');
grant select, insert, update, delete on bids.outreach_campaigns to authenticated;

create policy campaign_contractors_select on bids.campaign_contractors for select to authenticated
    using ((select engine.bids_role()) = 'admin');
create policy campaign_contractors_insert on bids.campaign_contractors for insert to authenticated
    with check ((select engine.bids_role()) = 'admin');
create policy campaign_contractors_update on bids.campaign_contractors for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
create policy campaign_contractors_delete on bids.campaign_contractors for delete to authenticated
    using ((select engine.bids_role()) = 'admin');
grant select, insert, update, delete on bids.campaign_contractors to authenticated;

create policy campaign_check_ins_select on bids.campaign_check_ins for select to authenticated
    using ((select engine.bids_role()) = 'admin');
create policy contractor_outreach_attempts_select on bids.contractor_outreach_attempts for select to authenticated
    using ((select engine.bids_role()) = 'admin');
create policy followup_attempts_select on bids.followup_attempts for select to authenticated
    using ((select engine.bids_role()) = 'admin');
create policy followup_logs_select on bids.followup_logs for select to authenticated
    using ((select engine.bids_role()) = 'admin');
grant select on bids.campaign_check_ins, bids.contractor_outreach_attempts, bids.followup_attempts, bids.followup_logs to authenticated;

-- An answer that came by another way, a telephone call for example, is written by hand.
create policy contractor_responses_select on bids.contractor_responses for select to authenticated
    using ((select engine.bids_role()) = 'admin');
create policy contractor_responses_insert on bids.contractor_responses for insert to authenticated
    with check ((select engine.bids_role()) = 'admin');
grant select, insert on bids.contractor_responses to authenticated;

-- So are an opt-out by telephone and the channel that somebody asked for; the rest is rolled up.
create policy contractor_engagement_summary_select on bids.contractor_engagement_summary for select to authenticated
    using ((select engine.bids_role()) = 'admin');
create policy contractor_engagement_summary_update on bids.contractor_engagement_summary for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
grant select, update (preferred_contact_channel, opt_out_email, opt_out_sms, opt_out_all)
    on bids.contractor_engagement_summary to authenticated;

grant select, insert, update, delete on bids.contractor_leads, bids.potential_contractors, bids.discovery_runs,
    bids.contractor_discovery_cache, bids.outreach_campaigns, bids.campaign_contractors, bids.campaign_check_ins,
    bids.contractor_outreach_attempts, bids.contractor_responses, bids.followup_attempts, bids.followup_logs,
    bids.contractor_engagement_summary to service_role;
