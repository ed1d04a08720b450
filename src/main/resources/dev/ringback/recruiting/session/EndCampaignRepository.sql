-- name: find_over
-- Whether the campaign is to be ended now.
select campaign from recruiting.campaign_info where campaign = :campaign and expire_at <= :now;

-- name: find_active
-- Active sessions of a campaign that is over, some at a time.
select session_id from recruiting.session_info where campaign = :campaign and session_status = 'active' limit :limit;

-- name: expire
-- Ends them.
update recruiting.session_info
   set session_status = 'expired', next_reminder_at = null
 where session_id = any (:ids::text[]) and session_status = 'active';

-- name: close
-- All are ended. A campaign that was prolonged meanwhile is left to its new end.
update recruiting.campaign_info set expire_at = null where campaign = :campaign and expire_at <= :now;
