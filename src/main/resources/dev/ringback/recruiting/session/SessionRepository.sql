-- name: lock_campaign
-- The campaign that sessions are started for. Held, so that of two requests with the same number the second one sees the first.
select campaign, objectives_template, template_parameters, template_name, "end"
  from recruiting.campaign_info where campaign = :campaign
   for no key update;

-- name: start
-- One session per number, unless there is an active one of this campaign. The id is made of the request: asked again, the same sessions are
-- answered and none is new. The numbers are looked up first and by themselves: by the campaign's index each row would walk all the others.
with wanted as (
    select line, phone, tz, variables::jsonb as variables, md5(concat_ws('|', :campaign::text, phone, :request::text))::uuid::text as session_id
      from unnest(:lines::integer[], :phones::text[], :tzs::text[], :variables::text[]) as w (line, phone, tz, variables)
), same as materialized (
    select w.line, n.session_id
      from wanted w join recruiting.numbers n on n.phone_number = w.phone
     where n.session_id <> w.session_id
), active as (
    select distinct o.line from same o join recruiting.session_info s on s.session_id = o.session_id
     where s.campaign = :campaign and s.session_status = 'active'
), judged as (
    select w.line, w.phone, w.tz, w.variables, w.session_id, a.line is not null as is_active from wanted w left join active a on a.line = w.line
), started as (
    insert into recruiting.session_info (session_id, created_at, updated_at, tz, campaign, objectives, variables)
    select session_id, :now, :now, coalesce(tz, 'Europe/London'), :campaign, :objectives::jsonb, variables from judged where not is_active
    on conflict (session_id) do nothing
    returning session_id
), numbered as (
    insert into recruiting.numbers (session_id, phone_number)
    select j.session_id, j.phone from judged j join started s on s.session_id = j.session_id
)
select line, session_id, is_active from judged order by line;

-- name: find_to_open
-- Sessions that nobody has written to yet, with how their campaign opens.
select s.session_id, n.phone_number, s.campaign, s.variables, c.start, c."end", c.first_contact, c.first_message_call, c.prompt_call, c.job_info
  from recruiting.session_info s
  join recruiting.numbers n on n.session_id = s.session_id
  join recruiting.campaign_info c on c.campaign = s.campaign
 where s.session_id = any (:ids::text[]) and s.session_status = 'active' and s.last_user_msg_at is null and s.last_outbound_at is null
   for update of s;

-- name: note_planned
-- What is about to be done in these sessions.
update recruiting.session_info set last_action = :action, action_status = 'planned' where session_id = any (:ids::text[]);
