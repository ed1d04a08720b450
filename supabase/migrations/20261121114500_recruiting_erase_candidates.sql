-- Forgetting candidates: who they are and what they said goes, that it was said stays.

-- A value of an objective without what it says of a person: yes and no identify nobody.
create function recruiting.forget_value(value jsonb) returns jsonb
    language sql immutable
    set search_path = ''
return case when value is null or jsonb_typeof(value) in ('boolean', 'null') then value else '"erased"' end;
revoke execute on function recruiting.forget_value(jsonb) from public;

-- Answers the sessions. What is on its way to them is locked first, as everybody does who changes sessions and messages. Sessions that
-- still run end; the number's row goes, because a number that is none would not pass for one.
create function recruiting.erase_candidates(p_numbers text[]) returns setof text
    language plpgsql security definer
    set search_path = ''
as $$
declare
    erased constant text[] := array(select session_id from recruiting.numbers where phone_number = any (p_numbers));
begin
    perform 1 from engine.message
     where pack = 'recruiting' and subject_kind = 'session' and subject_id = any (erased) and direction = 'out'
       and status in ('planned', 'claimed', 'submitting', 'uncertain')
     order by id for update;
    perform pg_catalog.set_config('engine.erasing', 'on', true);
    update recruiting.session_info
       set variables        = '{}',
           objectives       = (select jsonb_object_agg(key, recruiting.forget_value(value)) from jsonb_each(objectives)),
           next_reminder_at = null,
           session_status   = case when session_status = 'active' then 'expired' else session_status end
     where session_id = any (erased);
    update recruiting.chat_history set message = message || '{"text": ""}' where session_id = any (erased) and message ->> 'text' <> '';
    update recruiting.call_info set transcript = null, recording_url = null, analysis = null where session_id = any (erased);
    update recruiting.session_objective_events
       set old_value = recruiting.forget_value(old_value), new_value = recruiting.forget_value(new_value)
     where session_id = any (erased);
    delete from recruiting.numbers where session_id = any (erased);
    perform pg_catalog.set_config('engine.erasing', '', true);
    return query select unnest(erased);
end
$$;
comment on function recruiting.erase_candidates(text[]) is 'ringback: takes people out of their sessions and leaves what the figures stand on';
revoke execute on function recruiting.erase_candidates(text[]) from public;
grant execute on function recruiting.erase_candidates(text[]) to service_role;
