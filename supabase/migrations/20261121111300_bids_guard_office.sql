-- Who sees and does what with staff, notices, fees and referrals.

-- Digests and hashes are not for anybody's eyes; a password is set by the service.
create policy admin_users_select on bids.admin_users for select to authenticated
    using (id = (select auth.uid()) or (select engine.bids_role()) = 'admin');
create policy admin_users_insert on bids.admin_users for insert to authenticated
    with check ((select engine.bids_role()) = 'admin');
create policy admin_users_update on bids.admin_users for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
grant select (id, email, full_name, role, active, last_login_at, created_at, updated_at), insert (email, full_name, role, active),
    update (email, full_name, role, active) on bids.admin_users to authenticated;

create policy admin_sessions_select on bids.admin_sessions for select to authenticated
    using (admin_user_id = (select auth.uid()) or (select engine.bids_role()) = 'admin');
create policy admin_sessions_update on bids.admin_sessions for update to authenticated
    using (revoked_at is null and (admin_user_id = (select auth.uid()) or (select engine.bids_role()) = 'admin'))
    with check (revoked_at is not null and (admin_user_id = (select auth.uid()) or (select engine.bids_role()) = 'admin'));
grant select (id, admin_user_id, token_prefix, ip, user_agent, created_at, last_seen_at, expires_at, revoked_at), update (revoked_at)
    on bids.admin_sessions to authenticated;

create policy admin_activity_log_select on bids.admin_activity_log for select to authenticated
    using ((select engine.bids_role()) = 'admin');
grant select on bids.admin_activity_log to authenticated;

create policy notifications_select on bids.notifications for select to authenticated
    using (user_id = (select auth.uid()));
create policy notifications_update on bids.notifications for update to authenticated
    using (user_id = (select auth.uid()))
    with check (user_id = (select auth.uid()));
create policy notifications_delete on bids.notifications for delete to authenticated
    using (user_id = (select auth.uid()));
grant select, update (read_at), delete on bids.notifications to authenticated;

-- The audiences that the caller belongs to.
create function engine.bids_audiences() returns text[]
    language sql stable security definer
    set search_path = ''
as $$
    select case when engine.bids_homeowner_id() is null and engine.bids_contractor_id() is null then '{}'::text[]
                else array['all']
                     || case when engine.bids_homeowner_id() is not null then array['homeowners'] else '{}' end
                     || case when engine.bids_contractor_id() is not null then array['contractors'] else '{}' end
           end
$$;
revoke execute on function engine.bids_audiences() from public;
grant execute on function engine.bids_audiences() to authenticated;

create policy broadcast_messages_select on bids.broadcast_messages for select to authenticated
    using ((audience = any ((select engine.bids_audiences())::text[]) and published_at <= (select engine.now()))
           or (select engine.bids_role()) = 'admin');
create policy broadcast_messages_insert on bids.broadcast_messages for insert to authenticated
    with check ((select engine.bids_role()) = 'admin');
create policy broadcast_messages_update on bids.broadcast_messages for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
create policy broadcast_messages_delete on bids.broadcast_messages for delete to authenticated
    using ((select engine.bids_role()) = 'admin');
grant select, insert, update, delete on bids.broadcast_messages to authenticated;

create policy broadcast_read_receipts_select on bids.broadcast_read_receipts for select to authenticated
    using (user_id = (select auth.uid()) or (select engine.bids_role()) = 'admin');
create policy broadcast_read_receipts_insert on bids.broadcast_read_receipts for insert to authenticated
    with check (user_id = (select auth.uid()) and broadcast_id in (select id from bids.broadcast_messages));
grant select, insert (broadcast_id, user_id) on bids.broadcast_read_receipts to authenticated;

create policy connection_fees_select on bids.connection_fees for select to authenticated
    using (contractor_id = (select engine.bids_contractor_id()) or (select engine.bids_role()) = 'admin');
create policy connection_fees_update on bids.connection_fees for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
grant select, update (status, paid_at, waived_at, refunded_at, note) on bids.connection_fees to authenticated;

create policy referral_tracking_select on bids.referral_tracking for select to authenticated
    using (referrer_user_id = (select auth.uid()) or referred_user_id = (select auth.uid()) or (select engine.bids_role()) = 'admin');
create policy referral_tracking_update on bids.referral_tracking for update to authenticated
    using ((select engine.bids_role()) = 'admin')
    with check ((select engine.bids_role()) = 'admin');
grant select, update (status) on bids.referral_tracking to authenticated;

grant select, insert, update, delete on bids.admin_users, bids.admin_sessions, bids.admin_activity_log, bids.notifications,
    bids.broadcast_messages, bids.broadcast_read_receipts, bids.connection_fees, bids.referral_tracking to service_role;
