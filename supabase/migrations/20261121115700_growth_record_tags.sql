-- Each change of a tag is an action, and what it taught is kept, whichever door the change came through.

-- Who reverts says why by `set local growth.reversion_reason`. A lead that was archived as converted and comes back is not
-- converted again; what is a test teaches nothing. An import brings the history that it has.
create function growth.record_tags() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    reason text := nullif(pg_catalog.current_setting('growth.reversion_reason', true), '');
begin
    if pg_catalog.current_setting('engine.import', true) = 'on' then
        return null;
    end if;
    if not exists (select from written w join before b on b.id = w.id where w.current_tag <> b.current_tag and w.client_id is not null) then
        return null;
    end if;
    with changed as (
        select w.id, w.client_id, w.current_tag as tag, b.current_tag as was, w.is_test,
               w.converted_at is not null and b.converted_at is null as converts, w.converted_at is null and b.converted_at is not null as reverts
          from written w join before b on b.id = w.id
         where w.current_tag <> b.current_tag and w.client_id is not null
    )
    insert into growth.lead_actions (lead_id, client_id, action_type, tag, conversion_outcome, reversion_reason, is_test, detail)
    select id, client_id,
           case when reverts then 'revert' when tag = 'Archived' then 'archive' when tag = 'Deleted' then 'delete' else 'tag' end,
           tag, converts, case when reverts then reason end, is_test, 'was:' || was
      from changed;
    perform growth.learn_from_tags(array(
        select w.id from written w join before b on b.id = w.id join growth.clients c on c.client_id = w.client_id
         where (w.converted_at is null) <> (b.converted_at is null) and not coalesce(w.is_test, false) and not c.is_test), reason);
    return null;
end
$$;
revoke execute on function growth.record_tags() from public;

-- The snapshots of leads that were just converted or reverted, in the document's forms: the detailed one of a conversion, the
-- table's of a reversion.
create function growth.learn_from_tags(p_leads uuid[], p_reason text) returns void
    language sql security definer
    set search_path = ''
as $$
    insert into growth.growth_brain (client_id, event_type, learning_snapshot, insight_text, confidence)
    select l.client_id, 'conversion',
           jsonb_build_object('lead_id', l.id, 'lead_name', l.name, 'conversion_value', l.estimated_value, 'days_to_convert', told.days,
                              'touch_points', told.touches, 'initial_urgency', coalesce(l.urgency_history -> 0 ->> 'value', l.urgency),
                              'initial_tone', coalesce(l.tone_history -> 0 ->> 'value', l.tone), 'final_tag', 'Converted'),
           format('Lead "%s" converted in %s days with %s touch points', l.name, told.days, told.touches), 0.95
      from growth.lead_memory l
      cross join lateral (
               select greatest(0, floor(extract(epoch from l.converted_at - l."timestamp") / 86400))::integer,
                      (select count(*) from growth.lead_actions a
                        where a.lead_id = l.id and a.detail in ('submitted', 'answered', 'followed_up', 'replied'))) as told (days, touches)
     where l.id = any (p_leads) and l.converted_at is not null
    union all
    select l.client_id, 'reversion', jsonb_build_object('lead_id', l.id, 'reason', coalesce(p_reason, 'not given'), 'previous_tag', 'Converted'),
           format('Lead "%s" was reverted to %s', l.name, l.current_tag), 1
      from growth.lead_memory l
     where l.id = any (p_leads) and l.converted_at is null
$$;
revoke execute on function growth.learn_from_tags(uuid[], text) from public;

create trigger lead_memory_record_tags after update on growth.lead_memory
    referencing old table as before new table as written
    for each statement execute function growth.record_tags();
