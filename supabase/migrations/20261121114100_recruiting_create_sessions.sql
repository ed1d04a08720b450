-- Sessions: one conversation with one candidate on one number, and the campaign it is for.

create table recruiting.session_info (
    session_id           text primary key,
    created_at           timestamptz default engine.now(),
    updated_at           timestamptz default engine.now(),
    user_updated         timestamptz,
    agent_updated        timestamptz,
    last_action          text check (last_action in ('template_sent', 'message_sent', 'reminder_sent', 'call_started', 'closed')),
    action_status        text check (action_status in ('planned', 'sent', 'held_window', 'failed')),
    session_status       text default 'active' check (session_status in ('active', 'completed', 'expired', 'opted_out')),
    last_user_msg_at     timestamptz,
    last_agent_msg_at    timestamptz,
    last_outbound_at     timestamptz,
    next_reminder_at     timestamptz,
    reminder_count       integer default 0 check (reminder_count between 0 and 3),
    tz                   text default 'Europe/London',
    campaign             text references recruiting.campaign_info (campaign) on update cascade,
    objectives           jsonb,
    latest_batch_call_id text,
    our_number           text check (our_number ~ '^\+[1-9][0-9]{1,14}$'),
    variables            jsonb not null default '{}' check (jsonb_typeof(variables) = 'object'),
    constraint session_info_objectives_flat check (
        jsonb_typeof(objectives) = 'object'
        and not jsonb_path_exists(objectives, 'strict $.* ? (@.type() == "object" || @.type() == "array")', '{}', true))
);
create index session_info_campaign_idx on recruiting.session_info (campaign);
create index session_info_session_status_next_reminder_at_idx on recruiting.session_info (session_status, next_reminder_at);
-- A campaign's sessions are listed by pages.
create index session_info_campaign_created_at on recruiting.session_info (campaign, created_at desc, session_id desc);

comment on table recruiting.session_info is 'Central table tracking each conversation/session with a candidate';
comment on column recruiting.session_info.session_id is 'Unique identifier for each conversation';
comment on column recruiting.session_info.user_updated is 'Last user message time; follows last_user_msg_at';
comment on column recruiting.session_info.agent_updated is 'Last agent message time; follows last_agent_msg_at';
comment on column recruiting.session_info.last_action is 'Last action taken';
comment on column recruiting.session_info.action_status is 'Status of last action';
comment on column recruiting.session_info.session_status is 'Session state';
comment on column recruiting.session_info.campaign is 'Which campaign this session belongs to; the table campaigns follows';
comment on column recruiting.session_info.objectives is
    'A flat map from objective to value, so that objectives.interested === true; what changed and why is in session_objective_events';
comment on column recruiting.session_info.our_number is
    'ringback: the number of ours that the session runs on (E.164); what comes in is matched by both numbers';
comment on column recruiting.session_info.variables is 'ringback: what is known of the candidate and may stand in templates, for example name';

-- Two columns follow the message times; the document's readers know either.
create function recruiting.keep_session() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    new.user_updated := new.last_user_msg_at;
    new.agent_updated := new.last_agent_msg_at;
    if tg_op = 'UPDATE' then
        new.updated_at := engine.now();
    end if;
    return new;
end
$$;
revoke execute on function recruiting.keep_session() from public;
create trigger session_info_keep before insert or update on recruiting.session_info
    for each row execute function recruiting.keep_session();

-- Sessions by campaign: a mirror of session_info.campaign for those who join through it.
create table recruiting.campaigns (
    session_id text primary key references recruiting.session_info (session_id) on delete cascade,
    campaign   text not null references recruiting.campaign_info (campaign) on update cascade
);
create index campaigns_campaign_idx on recruiting.campaigns (campaign);
comment on table recruiting.campaigns is 'Links sessions to campaigns; mirrors session_info.campaign, which is the truth';

create function recruiting.mirror_campaign() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if tg_op = 'INSERT' then
        insert into recruiting.campaigns (session_id, campaign)
        select session_id, campaign from written where campaign is not null;
    else
        delete from recruiting.campaigns c
         using written w join before b on b.session_id = w.session_id
         where c.session_id = w.session_id and w.campaign is distinct from b.campaign;
        insert into recruiting.campaigns (session_id, campaign)
        select w.session_id, w.campaign
          from written w join before b on b.session_id = w.session_id
         where w.campaign is distinct from b.campaign and w.campaign is not null;
    end if;
    return null;
end
$$;
revoke execute on function recruiting.mirror_campaign() from public;
create trigger session_info_mirror_campaign_insert after insert on recruiting.session_info
    referencing new table as written for each statement execute function recruiting.mirror_campaign();
create trigger session_info_mirror_campaign_update after update on recruiting.session_info
    referencing old table as before new table as written for each statement execute function recruiting.mirror_campaign();

-- A mirror that could be written by itself would show something that nothing stands before.
create function recruiting.refuse_direct_write() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    if pg_catalog.pg_trigger_depth() > 1 then
        return coalesce(new, old);
    end if;
    raise exception '%.% is a mirror: write session_info.campaign', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end
$$;
revoke execute on function recruiting.refuse_direct_write() from public;
create trigger campaigns_mirror_only before insert or update or delete on recruiting.campaigns
    for each row execute function recruiting.refuse_direct_write();

-- The candidate's number. One row per session; a person has as many sessions as there were conversations.
create table recruiting.numbers (
    session_id   text primary key references recruiting.session_info (session_id) on delete cascade,
    phone_number text not null check (phone_number ~ '^\+[1-9][0-9]{1,14}$')
);
create index numbers_phone_number_idx on recruiting.numbers (phone_number);
comment on table recruiting.numbers is 'Associates phone numbers with sessions';
comment on column recruiting.numbers.phone_number is 'E.164, so that looking it up finds it';

-- Sessions are not deleted by hand, they end; the mirror is read only.
alter table recruiting.session_info enable row level security;
create policy session_info_staff_select on recruiting.session_info for select to authenticated
    using ((select recruiting.is_staff()));
create policy session_info_staff_insert on recruiting.session_info for insert to authenticated
    with check ((select recruiting.is_staff()));
create policy session_info_staff_update on recruiting.session_info for update to authenticated
    using ((select recruiting.is_staff()))
    with check ((select recruiting.is_staff()));

alter table recruiting.campaigns enable row level security;
create policy campaigns_staff_select on recruiting.campaigns for select to authenticated
    using ((select recruiting.is_staff()));

alter table recruiting.numbers enable row level security;
create policy numbers_staff on recruiting.numbers for all to authenticated
    using ((select recruiting.is_staff()))
    with check ((select recruiting.is_staff()));

grant select, insert, update on recruiting.session_info to authenticated;
grant select on recruiting.campaigns to authenticated;
grant select, insert, update, delete on recruiting.numbers to authenticated;
grant select, insert, update, delete on recruiting.session_info, recruiting.campaigns, recruiting.numbers to service_role;
