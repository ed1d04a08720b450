-- Leads and everything that was done about them.

create table growth.lead_memory (
    id                   uuid primary key default gen_random_uuid(),
    email                text not null,
    name                 text not null,
    message              text,
    language             text default 'en',
    ai_summary           text,
    intent               text,
    tone                 text,
    urgency              text,
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
    last_submitted_at    timestamptz not null default engine.now()
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
create unique index lead_memory_client_email on growth.lead_memory (client_id, lower(email)) where not deleted;

comment on table growth.lead_memory is 'Core lead storage with AI enrichment and historical tracking';
comment on column growth.lead_memory.confidence_score is 'AI confidence that lead is qualified (0.0 to 1.0)';
comment on column growth.lead_memory.tone_history is 'Array of {value, timestamp} objects tracking tone changes';
comment on column growth.lead_memory.last_submitted_at is
    'ringback: when the person last wrote through the form; each such instant is one cause to answer';

create table growth.lead_actions (
    id                 uuid primary key default gen_random_uuid(),
    lead_id            uuid references growth.lead_memory (id) on delete cascade,
    client_id          uuid references growth.clients (client_id) on delete cascade,
    action_type        text not null check (action_type in ('insert', 'update', 'tag', 'archive', 'delete', 'revert')),
    tag                text,
    conversion_outcome boolean default false,
    reversion_reason   text default null,
    is_test            boolean default false,
    "timestamp"        timestamptz default engine.now(),
    detail             text
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
comment on column growth.lead_actions.detail is 'ringback: what an update was: submitted, replied, opted_out, answered, withheld:<reason>';
create trigger lead_actions_append_only before update or delete on growth.lead_actions
    for each row execute function engine.refuse_rewrite();

-- A lead that wrote is to be answered: says that there is something to plan; when and whether is decided in Java.
create function growth.plan_reply(lead_id uuid, client_id uuid) returns void
    language sql security definer
    set search_path = ''
as $$
    select engine.enqueue('growth', 'growth.plan-reply', client_id::text, 'lead', lead_id::text, 'growth.plan-reply:' || lead_id, engine.now());
$$;
revoke execute on function growth.plan_reply(uuid, uuid) from public;

create function growth.plan_replies() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if current_setting('engine.import', true) = 'on' then
        return null;
    end if;
    if tg_op = 'INSERT' then
        perform growth.plan_reply(written.id, written.client_id) from written where written.client_id is not null;
    else
        perform growth.plan_reply(written.id, written.client_id)
           from written join before on before.id = written.id
          where written.last_submitted_at > before.last_submitted_at and written.client_id is not null;
    end if;
    if found then
        perform engine.ring();
    end if;
    return null;
end
$$;
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
