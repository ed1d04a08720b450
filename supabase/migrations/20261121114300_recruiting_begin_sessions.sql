-- How sessions begin and what the engine is told for it: the team's senders, the campaigns' wordings, and the work of the first contact.

-- One team, one tenant. Where its addresses are null, the installation's own are used.
insert into engine.sender_identity (pack, tenant, channel, display_name)
select 'recruiting', 'recruiting', channel, 'Recruiting' from unnest(array['whatsapp', 'sms', 'voice']) as channel;
insert into engine.tenant_setting (pack, tenant, zone) values ('recruiting', 'recruiting', 'Europe/London');

-- What is said freely and by whom; the words travel with the message.
insert into engine.template (pack, key, language, subject, body_text)
values ('recruiting', 'text', 'en', '', '{{ text }}'),
       ('recruiting', 'call', 'en', '', '{{ opening }}');

-- A campaign's opening and reminder as the engine renders them. Without an approved name they are free text, which leaves inside the
-- 24-hour window alone.
create function recruiting.project_wordings() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if tg_op <> 'INSERT' then
        delete from engine.template t using before b
         where t.pack = 'recruiting' and t.key in ('opening:' || b.campaign, 'reminder:' || b.campaign);
    end if;
    if tg_op <> 'DELETE' then
        insert into engine.template (pack, key, language, subject, body_text, approved_name, approved_language, parameters)
        select 'recruiting', w.key || ':' || c.campaign, 'en', '', coalesce(w.text, w.name, c.campaign), w.name, w.language, coalesce(w.parameters, '{}')
          from written c
         cross join lateral (values
                  ('opening', c.first_message_chat, c.template_name, c.template_language, c.template_parameters),
                  ('reminder', c.reminder_message_chat, c.reminder_template_name, c.reminder_template_language, c.reminder_template_parameters))
               as w (key, text, name, language, parameters);
    end if;
    return null;
end
$$;
revoke execute on function recruiting.project_wordings() from public;
create trigger campaign_info_wordings_insert after insert on recruiting.campaign_info
    referencing new table as written for each statement execute function recruiting.project_wordings();
create trigger campaign_info_wordings_update after update on recruiting.campaign_info
    referencing old table as before new table as written for each statement execute function recruiting.project_wordings();
create trigger campaign_info_wordings_delete after delete on recruiting.campaign_info
    referencing old table as before for each statement execute function recruiting.project_wordings();

-- A session that has got its number is to be begun, when its campaign starts. What came in has begun by itself, and what is there
-- already knows its history.
create function recruiting.plan_openings() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    items engine.new_work[];
begin
    if engine.plans_nothing() then
        return null;
    end if;
    select array_agg(row('recruiting', 'recruiting.open-session', 'recruiting', 'session', s.session_id, 'recruiting.open-session:' || s.session_id,
                         greatest(c.start, engine.now()), null, true)::engine.new_work)
      into items
      from written w
      join recruiting.session_info s on s.session_id = w.session_id
      join recruiting.campaign_info c on c.campaign = s.campaign
     where s.session_status = 'active' and s.last_user_msg_at is null and s.last_outbound_at is null;
    if items is not null then
        perform engine.enqueue_all(items, 'keep');
        perform engine.ring();
    end if;
    return null;
end
$$;
revoke execute on function recruiting.plan_openings() from public;
create trigger numbers_plan_openings after insert on recruiting.numbers
    referencing new table as written for each statement execute function recruiting.plan_openings();

-- Reminders follow their column.
select engine.keep_due('recruiting.session_info', 'next_reminder_at', 'recruiting.remind', 'session_id', 'session');

-- A change of an objective becomes an event, whoever makes it: the functions say by `recruiting.source` what brought it, anybody else
-- did it by hand. Forgetting a value is no change of it.
create function recruiting.note_objectives() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if pg_catalog.current_setting('engine.erasing', true) = 'on' then
        return null;
    end if;
    insert into recruiting.session_objective_events (session_id, objective, old_value, new_value, source)
    select w.session_id, key, b.objectives -> key, w.objectives -> key,
           coalesce(nullif(pg_catalog.current_setting('recruiting.source', true), ''), 'manual')
      from written w
      join before b on b.session_id = w.session_id
     cross join lateral (select jsonb_object_keys(b.objectives) union select jsonb_object_keys(w.objectives)) as changed (key)
     where w.objectives is distinct from b.objectives
       and coalesce(w.objectives -> key, 'null') <> coalesce(b.objectives -> key, 'null')
     order by w.session_id, key;
    return null;
end
$$;
revoke execute on function recruiting.note_objectives() from public;
create trigger session_info_note_objectives after update on recruiting.session_info
    referencing old table as before new table as written for each statement execute function recruiting.note_objectives();

-- The staff asks why something was not sent. One policy for all packs: of several, each would be asked for every row.
do $$
declare
    known record;
begin
    select polname, pg_catalog.pg_get_expr(polqual, polrelid) as condition into strict known
      from pg_catalog.pg_policy where polrelid = 'engine.message'::regclass and polcmd = 'r';
    execute pg_catalog.format('alter policy %I on engine.message using ((%s) or pack = ''recruiting'' and (select recruiting.is_staff()))',
                              known.polname, known.condition);
end
$$;
