-- Leads and everything that was done about them.

-- Whether it is an array of {value, timestamp}.
create function growth.is_history(history jsonb) returns boolean
    language sql immutable
    set search_path = ''
return jsonb_typeof(history) = 'array' and not jsonb_path_exists(history, '$[*] ? (!exists(@.value) || !exists(@.timestamp))');
revoke execute on function growth.is_history(jsonb) from public;
grant execute on function growth.is_history(jsonb) to authenticated, service_role;

create table growth.lead_memory (
    id                   uuid primary key default gen_random_uuid(),
    email                text not null,
    name                 text not null,
    message              text,
    language             text default 'en',
    ai_summary           text,
    intent               text,
    tone                 text check (tone in ('Professional', 'Friendly', 'Formal', 'Energetic', 'Urgent', 'Neutral')),
    urgency              text check (urgency in ('Low', 'Medium', 'High')),
    confidence_score     numeric(3, 2) check (confidence_score >= 0 and confidence_score <= 1),
    client_id            uuid references growth.clients (client_id) on delete cascade,
    current_tag          text default 'Active' check (current_tag in ('Active', 'Follow-Up', 'Converted', 'Archived', 'Deleted')),
    archived             boolean default false,
    deleted              boolean default false,
    is_test              boolean default false,
    tone_history         jsonb default '[]'::jsonb,
    urgency_history      jsonb default '[]'::jsonb,
    confidence_history   jsonb default '[]'::jsonb,
    relationship_insight text,
    "timestamp"          timestamptz default engine.now(),
    last_updated         timestamptz default engine.now(),
    last_submitted_at    timestamptz not null default engine.now(),
    source               text,
    industry             text,
    estimated_value      numeric(14, 2) check (estimated_value >= 0),
    followup_since       timestamptz,
    converted_at         timestamptz,
    constraint lead_memory_tone_history check (growth.is_history(tone_history)),
    constraint lead_memory_urgency_history check (growth.is_history(urgency_history)),
    constraint lead_memory_confidence_history check (growth.is_history(confidence_history))
);
create index idx_lead_memory_client_id on growth.lead_memory (client_id);
create index idx_lead_memory_email on growth.lead_memory (email);
create index idx_lead_memory_is_test on growth.lead_memory (is_test);
create index idx_lead_memory_current_tag on growth.lead_memory (current_tag);
create index idx_lead_memory_timestamp on growth.lead_memory ("timestamp" desc);
create index idx_lead_memory_urgency on growth.lead_memory (urgency);
create index idx_lead_memory_archived on growth.lead_memory (archived) where archived = false;
create index idx_lead_memory_deleted on growth.lead_memory (deleted) where deleted = false;
create index idx_lead_memory_client_active on growth.lead_memory (client_id, current_tag, is_test, "timestamp" desc);
create index lead_memory_client_recent on growth.lead_memory (client_id, last_submitted_at desc, id desc);
create index lead_memory_client_tag_recent on growth.lead_memory (client_id, current_tag, last_submitted_at desc, id desc);
create unique index lead_memory_client_email on growth.lead_memory (client_id, lower(email)) where not deleted;

comment on table growth.lead_memory is 'Core lead storage with AI enrichment and historical tracking';
comment on column growth.lead_memory.confidence_score is 'AI confidence that lead is qualified (0.0 to 1.0)';
comment on column growth.lead_memory.tone_history is 'Array of {value, timestamp} objects tracking tone changes';
comment on column growth.lead_memory.last_submitted_at is
    'ringback: when the person last wrote through the form; each such instant is one cause to answer';
comment on column growth.lead_memory.source is 'ringback: where the lead came from (organic_search, referral…), for the top sources of insights';
comment on column growth.lead_memory.industry is 'ringback: the lead''s line of business, for the top industries of insights';
comment on column growth.lead_memory.estimated_value is 'ringback: what the lead may be worth to the client, for the value of conversions';
comment on column growth.lead_memory.followup_since is 'ringback: since when the tag is Follow-Up; each such instant is one ladder of reminders';
comment on column growth.lead_memory.converted_at is 'ringback: when it was converted, until that is reverted; archiving leaves it';

-- A history with one more entry, where its last one says something else.
create function growth.with_entry(history jsonb, value jsonb, at timestamptz) returns jsonb
    language sql stable
    set search_path = ''
return case when value is null or history -> -1 -> 'value' = value then history
            else coalesce(history, '[]') || jsonb_build_array(jsonb_build_object('value', value, 'timestamp', at)) end;
revoke execute on function growth.with_entry(jsonb, jsonb, timestamptz) from public;
grant execute on function growth.with_entry(jsonb, jsonb, timestamptz) to authenticated, service_role;

-- What the histories tell, in one sentence of the lead's language.
create function growth.relationship_insight(language text, tones jsonb, urgencies jsonb) returns text
    language sql immutable
    set search_path = ''
as $$
    select case
        when tones -> 0 is null or urgencies -> 0 is null then null
        when jsonb_array_length(tones) = 1 and jsonb_array_length(urgencies) = 1 then
            format(case language when 'fr' then 'Ton %s et urgence %s depuis le début.' else 'Tone %s and urgency %s from the start.' end,
                   word.tone, word.urgency)
        else
            format(case language when 'fr' then 'Urgence %s (de %s à %s), ton de %s à %s.' else 'Urgency %s (%s to %s), tone from %s to %s.' end,
                   case sign(array_position('{Low,Medium,High}', word.urgency) - array_position('{Low,Medium,High}', word.first_urgency))
                       when 1 then case language when 'fr' then 'en hausse' else 'rising' end
                       when -1 then case language when 'fr' then 'en baisse' else 'falling' end
                       else case language when 'fr' then 'stable' else 'steady' end end,
                   word.first_urgency, word.urgency, word.first_tone, word.tone)
        end
      from (select tones -> 0 ->> 'value', tones -> -1 ->> 'value', urgencies -> 0 ->> 'value', urgencies -> -1 ->> 'value')
           as word (first_tone, tone, first_urgency, urgency)
$$;
revoke execute on function growth.relationship_insight(text, jsonb, jsonb) from public;
grant execute on function growth.relationship_insight(text, jsonb, jsonb) to authenticated, service_role;

-- Tags are the state, the two booleans follow. Who writes only a boolean, as the document's older writers may, is understood
-- as meaning the tag; where both are written the tag holds. Histories grow by what changed, whichever door it came through.
create function growth.keep_lead() returns trigger
    language plpgsql
    set search_path = ''
as $$
declare
    tag_was text := case when tg_op = 'INSERT' then 'Active' else old.current_tag end;
    since   timestamptz := case when tg_op = 'UPDATE' then old.followup_since end;
    at      timestamptz := case when tg_op = 'UPDATE' and new.last_submitted_at = old.last_submitted_at then engine.now()
                                else new.last_submitted_at end;
begin
    if coalesce(new.current_tag, tag_was) = tag_was then
        new.current_tag := case
            when new.deleted and tag_was <> 'Deleted' then 'Deleted'
            when new.archived and tag_was <> 'Archived' then 'Archived'
            when tag_was = 'Deleted' and not new.deleted or tag_was = 'Archived' and not new.archived then 'Active'
            else tag_was end;
    end if;
    new.archived := new.current_tag = 'Archived';
    new.deleted := new.current_tag = 'Deleted';
    new.followup_since := case when new.current_tag = 'Follow-Up' then coalesce(since, engine.now()) end;
    new.converted_at := case
        when new.current_tag = 'Converted' then coalesce(case when tg_op = 'UPDATE' then old.converted_at end, engine.now())
        when tg_op = 'UPDATE' and not (tag_was = 'Converted' and new.current_tag in ('Active', 'Follow-Up')) then old.converted_at end;
    new.tone_history := growth.with_entry(new.tone_history, to_jsonb(new.tone), at);
    new.urgency_history := growth.with_entry(new.urgency_history, to_jsonb(new.urgency), at);
    new.confidence_history := growth.with_entry(new.confidence_history, to_jsonb(new.confidence_score), at);
    if tg_op = 'INSERT' or new.tone_history <> old.tone_history or new.urgency_history <> old.urgency_history then
        new.relationship_insight := growth.relationship_insight(new.language, new.tone_history, new.urgency_history);
    end if;
    if tg_op = 'UPDATE' and new.last_updated is not distinct from old.last_updated then
        new.last_updated := engine.now();
    end if;
    return new;
end
$$;
revoke execute on function growth.keep_lead() from public;
create trigger lead_memory_keep before insert or update on growth.lead_memory
    for each row execute function growth.keep_lead();

create table growth.lead_actions (
    id                 uuid primary key default gen_random_uuid(),
    lead_id            uuid references growth.lead_memory (id) on delete cascade,
    client_id          uuid references growth.clients (client_id) on delete cascade,
    action_type        text not null check (action_type in ('insert', 'update', 'tag', 'archive', 'delete', 'revert')),
    tag                text check (tag in ('Active', 'Follow-Up', 'Converted', 'Archived', 'Deleted')),
    conversion_outcome boolean default false,
    reversion_reason   text default null,
    is_test            boolean default false,
    "timestamp"        timestamptz default engine.now(),
    detail             text,
    constraint lead_actions_conversion check (not conversion_outcome or action_type = 'tag' and tag = 'Converted'),
    constraint lead_actions_reversion check (reversion_reason is null or action_type = 'revert')
);
create index idx_lead_actions_lead_id on growth.lead_actions (lead_id);
create index idx_lead_actions_client_id on growth.lead_actions (client_id);
create index idx_lead_actions_timestamp on growth.lead_actions ("timestamp" desc);
create index idx_lead_actions_action_type on growth.lead_actions (action_type);
create index idx_lead_actions_conversion on growth.lead_actions (conversion_outcome) where conversion_outcome = true;
create index idx_lead_actions_tag on growth.lead_actions (tag);
create index idx_lead_actions_client_timeline on growth.lead_actions (client_id, "timestamp" desc);

comment on table growth.lead_actions is 'Immutable audit log of all lead state changes and actions';
comment on column growth.lead_actions.action_type is 'insert, update, tag, archive, delete, revert';
comment on column growth.lead_actions.conversion_outcome is 'Set to true when tag changes to "Converted"';
comment on column growth.lead_actions.reversion_reason is 'User-provided reason when reverting a converted lead';
comment on column growth.lead_actions.detail is
    'ringback: what an update was: submitted, replied, opted_out, answered, followed_up, withheld:<reason>; of a tag, what it was before';

-- An action belongs to the client of its lead. Not a second foreign key: the data API could then not tell which one an
-- embedding follows.
create function growth.check_action_client() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if exists (select
                 from written w
                 join growth.lead_memory l on l.id = w.lead_id
                where w.client_id is not null and l.client_id is distinct from w.client_id) then
        raise exception 'no such lead of this client' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;
revoke execute on function growth.check_action_client() from public;
create trigger lead_actions_check_client after insert on growth.lead_actions
    referencing new table as written for each statement execute function growth.check_action_client();
create trigger lead_actions_append_only before update or delete on growth.lead_actions
    for each row execute function engine.refuse_rewrite();

-- A lead that wrote is to be answered: says that there is something to plan; when and whether is decided in Java.
create function growth.reply_work(lead_id uuid, client_id uuid) returns engine.new_work
    language sql immutable
    set search_path = ''
return row('growth', 'growth.plan-reply', client_id::text, 'lead', lead_id::text, 'growth.plan-reply:' || lead_id, null, null, false)::engine.new_work;

create function growth.plan_replies() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    items engine.new_work[];
begin
    if engine.plans_nothing() then
        return null;
    end if;
    if tg_op = 'INSERT' then
        select array_agg(growth.reply_work(written.id, written.client_id)) into items from written where written.client_id is not null;
    else
        select array_agg(growth.reply_work(written.id, written.client_id)) into items
          from written join before on before.id = written.id
         where written.last_submitted_at > before.last_submitted_at and written.client_id is not null;
    end if;
    if items is not null then
        perform engine.enqueue_all(items);
        perform engine.ring();
    end if;
    return null;
end
$$;
revoke execute on function growth.plan_replies() from public;
create trigger lead_memory_plan_insert after insert on growth.lead_memory
    referencing new table as written for each statement execute function growth.plan_replies();
create trigger lead_memory_plan_update after update on growth.lead_memory
    referencing old table as before new table as written for each statement execute function growth.plan_replies();

alter table growth.lead_memory enable row level security;
create policy client_data_isolation on growth.lead_memory for select to authenticated
    using (client_id = (select growth.current_client_id()));
create policy client_data_insert on growth.lead_memory for insert to authenticated
    with check (client_id = (select growth.current_client_id()));
create policy client_data_update on growth.lead_memory for update to authenticated
    using (client_id = (select growth.current_client_id()))
    with check (client_id = (select growth.current_client_id()));
create policy client_data_delete on growth.lead_memory for delete to authenticated
    using (client_id = (select growth.current_client_id()));

alter table growth.lead_actions enable row level security;
create policy client_actions_isolation on growth.lead_actions for select to authenticated
    using (client_id = (select growth.current_client_id()));
create policy client_actions_insert on growth.lead_actions for insert to authenticated
    with check (client_id = (select growth.current_client_id()));

grant select, insert, update, delete on growth.lead_memory to authenticated, service_role;
grant select, insert on growth.lead_actions to authenticated;
grant select, insert, update, delete on growth.lead_actions to service_role;

-- A client reads the messages of its own leads.
create policy growth_message_isolation on engine.message for select to authenticated
    using (pack = 'growth' and tenant = (select growth.current_client_id())::text);
grant select on engine.message to authenticated;
