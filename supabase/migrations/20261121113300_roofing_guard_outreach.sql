-- Who may reach campaigns, calls, texts, tasks and reports, and that their parts belong together.

create trigger contractors_touch before update on roofing.contractors
    for each row execute function roofing.touch_updated_at();
create trigger call_campaigns_touch before update on roofing.call_campaigns
    for each row execute function roofing.touch_updated_at();
create trigger ai_calls_touch before update on roofing.ai_calls
    for each row execute function roofing.touch_updated_at();
create trigger scheduled_sms_touch before update on roofing.scheduled_sms
    for each row execute function roofing.touch_updated_at();
create trigger follow_up_tasks_touch before update on roofing.follow_up_tasks
    for each row execute function roofing.touch_updated_at();

create trigger call_campaigns_keep_account before update of user_id on roofing.call_campaigns
    for each row execute function engine.roofing_keep_account();
create trigger ai_calls_keep_account before insert or update of user_id, call_campaign_id, voice_call_id on roofing.ai_calls
    for each row execute function engine.roofing_keep_account('call_campaigns', 'call_campaign_id', 'voice_calls', 'voice_call_id');
create trigger scheduled_sms_keep_account before insert or update of user_id, lead_id on roofing.scheduled_sms
    for each row execute function engine.roofing_keep_account('leads', 'lead_id');
create trigger follow_up_tasks_keep_account before insert or update of user_id, lead_id on roofing.follow_up_tasks
    for each row execute function engine.roofing_keep_account('leads', 'lead_id');

alter table roofing.contractors enable row level security;
create policy contractors_read on roofing.contractors for select to authenticated
    using ((select engine.roofing_account()) is not null);

alter table roofing.call_campaigns enable row level security;
create policy call_campaigns_own_select on roofing.call_campaigns for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy call_campaigns_own_insert on roofing.call_campaigns for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy call_campaigns_own_update on roofing.call_campaigns for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy call_campaigns_own_delete on roofing.call_campaigns for delete to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.ai_calls enable row level security;
create policy ai_calls_own_select on roofing.ai_calls for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));

alter table roofing.scheduled_sms enable row level security;
create policy scheduled_sms_own_select on roofing.scheduled_sms for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy scheduled_sms_own_insert on roofing.scheduled_sms for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
-- A text is changed or cancelled until it is settled: what was sent is not made to wait again.
create policy scheduled_sms_own_update on roofing.scheduled_sms for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]) and status = 'scheduled')
    with check (user_id = any ((select engine.roofing_writable())::bigint[]) and status in ('scheduled', 'cancelled'));
create policy scheduled_sms_own_delete on roofing.scheduled_sms for delete to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.follow_up_tasks enable row level security;
create policy follow_up_tasks_own_select on roofing.follow_up_tasks for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy follow_up_tasks_own_insert on roofing.follow_up_tasks for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy follow_up_tasks_own_update on roofing.follow_up_tasks for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy follow_up_tasks_own_delete on roofing.follow_up_tasks for delete to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.property_reports enable row level security;
create policy property_reports_own_select on roofing.property_reports for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy property_reports_own_insert on roofing.property_reports for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy property_reports_own_delete on roofing.property_reports for delete to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]));

grant select, insert, update, delete on roofing.contractors, roofing.call_campaigns, roofing.ai_calls, roofing.scheduled_sms,
    roofing.follow_up_tasks, roofing.property_reports to service_role;
grant select on roofing.contractors, roofing.ai_calls to authenticated;
grant select, insert, update, delete on roofing.call_campaigns, roofing.follow_up_tasks to authenticated;
-- What came of a text, and what a report says, is the functions' to write.
grant select, delete,
    insert (user_id, property_id, lead_id, to_number, to_number_encrypted, to_number_hash, body, send_at),
    update (body, send_at, status)
    on roofing.scheduled_sms to authenticated;
grant select, delete, insert (user_id, property_id, contractor_id, score_id, title) on roofing.property_reports to authenticated;
