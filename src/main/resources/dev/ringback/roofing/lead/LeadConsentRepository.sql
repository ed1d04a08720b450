-- name: find_opt_out
-- What a lead's row says about calls, and the number where it stands in clear.
select user_id::text as account, homeowner_phone, voice_opt_out from roofing.leads where id = :id::text::bigint;
