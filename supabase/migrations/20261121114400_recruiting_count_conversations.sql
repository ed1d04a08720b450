-- A campaign's figures by days, and the broadcast of what happens in a session.

create table recruiting.campaign_daily (
    campaign          text    not null,
    day               date    not null,
    messages_sent     integer not null,
    messages_received integer not null,
    calls             integer not null,
    objectives_met    integer not null,
    latest_at         timestamptz,
    primary key (campaign, day)
);
comment on table recruiting.campaign_daily is 'ringback: a rollup of chat_history, call_info and session_objective_events by campaign and day';
comment on column recruiting.campaign_daily.campaign is 'ringback: the campaign that the sessions are of now';
comment on column recruiting.campaign_daily.day is 'ringback: in the zone of the team''s reporting days';
comment on column recruiting.campaign_daily.messages_sent is 'ringback: messages of ours in chat_history';
comment on column recruiting.campaign_daily.messages_received is 'ringback: messages of candidates in chat_history';
comment on column recruiting.campaign_daily.calls is 'ringback: calls that began';
comment on column recruiting.campaign_daily.objectives_met is 'ringback: how many objectives got a value that day, less those that lost theirs';
comment on column recruiting.campaign_daily.latest_at is 'ringback: the last message, call or finding of the day';
insert into engine.rollup (name) values ('recruiting.campaign_daily');
create index campaign_daily_day_idx on recruiting.campaign_daily (day);

-- Marks the days of what came, went or moved; the argument is the column of the fact's time. Changes that move nothing mark nothing.
create function recruiting.mark_days() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    fact    constant text := pg_catalog.format('select session_id::text, %I as at from ', tg_argv[0]);
    changed constant text := case tg_op
        when 'INSERT' then fact || 'written'
        when 'DELETE' then fact || 'gone'
        else format('(%1$s gone except all %1$s written) union all (%1$s written except all %1$s gone)', fact) end;
begin
    execute format($sql$
        insert into engine.dirty_day (rollup, pack, tenant, at)
        select distinct 'recruiting.campaign_daily', 'recruiting', 'recruiting', pg_catalog.date_bin('15 minutes', f.at, 'epoch')
          from (%s) as f where f.at is not null$sql$, changed);
    return null;
end
$$;
revoke execute on function recruiting.mark_days() from public;

create trigger chat_history_mark_insert after insert on recruiting.chat_history
    referencing new table as written for each statement execute function recruiting.mark_days('at');
create trigger chat_history_mark_update after update on recruiting.chat_history
    referencing old table as gone new table as written for each statement execute function recruiting.mark_days('at');
create trigger chat_history_mark_delete after delete on recruiting.chat_history
    referencing old table as gone for each statement execute function recruiting.mark_days('at');
create trigger call_info_mark_insert after insert on recruiting.call_info
    referencing new table as written for each statement execute function recruiting.mark_days('called_at');
create trigger call_info_mark_update after update on recruiting.call_info
    referencing old table as gone new table as written for each statement execute function recruiting.mark_days('called_at');
create trigger call_info_mark_delete after delete on recruiting.call_info
    referencing old table as gone for each statement execute function recruiting.mark_days('called_at');
create trigger session_objective_events_mark_insert after insert on recruiting.session_objective_events
    referencing new table as written for each statement execute function recruiting.mark_days('occurred_at');
create trigger session_objective_events_mark_delete after delete on recruiting.session_objective_events
    referencing old table as gone for each statement execute function recruiting.mark_days('occurred_at');

-- A session that goes to another campaign takes its days along, and so does a campaign that gets another name.
create function recruiting.mark_every_day() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    insert into engine.dirty_day (rollup, pack, tenant, at)
    select 'recruiting.campaign_daily', 'recruiting', 'recruiting', '-infinity'
     where exists (select from written w join gone g on g.session_id = w.session_id where w.campaign is distinct from g.campaign);
    return null;
end
$$;
revoke execute on function recruiting.mark_every_day() from public;
create trigger session_info_mark_update after update on recruiting.session_info
    referencing old table as gone new table as written for each statement execute function recruiting.mark_every_day();

alter table recruiting.campaign_daily enable row level security;
create policy campaign_daily_staff_select on recruiting.campaign_daily for select to authenticated
    using ((select recruiting.is_staff()));
grant select on recruiting.campaign_daily to authenticated;
grant select, insert, update, delete on recruiting.campaign_daily to service_role;

-- Where Realtime is there, who looks at a session sees what happens in it. A broadcast that fails warns, and leaves the rows alone; the
-- block that catches it costs a transaction inside the transaction, so nobody pays it where there is nobody to send by.
create function recruiting.broadcast() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if pg_catalog.to_regprocedure('realtime.send(jsonb,text,text,boolean)') is null then
        return null;
    end if;
    begin
        execute 'select realtime.send(jsonb_build_object(''schema'', $1, ''table'', $2, ''type'', $3, ''record'', to_jsonb(w)), $2,
                                      ''recruiting:session:'' || w.session_id, true)
                   from written w where w.session_id is not null'
          using tg_table_schema::text, tg_table_name::text, tg_op;
    exception when others then
        raise warning 'changes of %.% are not broadcast: %', tg_table_schema, tg_table_name, sqlerrm;
    end;
    return null;
end
$$;
revoke execute on function recruiting.broadcast() from public;
create trigger chat_history_broadcast_insert after insert on recruiting.chat_history
    referencing new table as written for each statement execute function recruiting.broadcast();
create trigger chat_history_broadcast_update after update on recruiting.chat_history
    referencing new table as written for each statement execute function recruiting.broadcast();
create trigger session_info_broadcast_insert after insert on recruiting.session_info
    referencing new table as written for each statement execute function recruiting.broadcast();
create trigger session_info_broadcast_update after update on recruiting.session_info
    referencing new table as written for each statement execute function recruiting.broadcast();

-- The topics are private: only the staff may listen. Where Realtime comes later, the owner calls this then; again changes nothing.
create function recruiting.let_staff_listen() returns boolean
    language plpgsql
    set search_path = ''
as $$
begin
    if pg_catalog.to_regclass('realtime.messages') is null then
        return false;
    end if;
    if not exists (select from pg_catalog.pg_policies
                    where schemaname = 'realtime' and tablename = 'messages' and policyname = 'recruiting_staff_listens') then
        execute 'create policy recruiting_staff_listens on realtime.messages for select to authenticated
            using ((select recruiting.is_staff()) and (select realtime.topic()) like ''recruiting:session:%'')';
    end if;
    return true;
exception when insufficient_privilege then
    raise warning 'realtime.messages is not ours: add the policy recruiting_staff_listens by hand';
    return false;
end
$$;
comment on function recruiting.let_staff_listen() is
    'ringback: lets the staff listen to the sessions'' private topics of Realtime; false where there is none, or it belongs to somebody else';
revoke execute on function recruiting.let_staff_listen() from public;
select recruiting.let_staff_listen();
