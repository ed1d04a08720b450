-- Two recruiters, somebody who is none, and what each role may see and do. There are no tenants: the staff shares its sessions.
begin;
select plan(131);

-- Taken back at the end, like everything here.
truncate recruiting.campaign_info, recruiting.session_info, recruiting.campaigns, recruiting.numbers, recruiting.chat_history, recruiting.call_info,
    recruiting.session_objective_events, recruiting.campaign_daily;

insert into recruiting.campaign_info (campaign) values ('Plumber - London');
insert into recruiting.session_info (session_id, campaign) values ('s1', 'Plumber - London'), ('s2', 'Plumber - London');
insert into recruiting.numbers (session_id, phone_number) values ('s1', '+447700900123');
insert into recruiting.chat_history (session_id, message) values
    ('s1', '{"sender": "user", "text": "Hi", "timestamp": "2026-03-02T10:00:00Z", "status": "read"}');
insert into recruiting.call_info (call_id, session_id) values ('c1', 's1');
insert into recruiting.session_objective_events (session_id, objective, source) values ('s1', 'interested', 'chat');
insert into recruiting.campaign_daily (campaign, day, messages_sent, messages_received, calls, objectives_met)
values ('Plumber - London', '2026-03-02', 0, 1, 0, 0);

-- Per table: how to insert a row, how to touch all, and what the staff may do: `yes`, or the error it meets.
create temp table tried (nth serial, name text, adding text, touching text, staff_adds text, staff_changes text, staff_removes text);
insert into tried (name, adding, touching, staff_adds, staff_changes, staff_removes) values
    ('session_objective_events', '(session_id, objective, source) values (''s1'', ''available'', ''manual'')', 'objective = objective',
     'yes', '42501', '42501'),
    ('chat_history', '(message) values (''{"sender": "agent", "text": "", "timestamp": "2026-03-02T10:00:00Z", "status": "sent"}'')',
     'session_id = session_id', '42501', '42501', '42501'),
    ('call_info', '(call_id) values (gen_random_uuid())', 'status = status', '42501', '42501', '42501'),
    ('numbers', '(session_id, phone_number) values (''s2'', ''+447700900124'')', 'phone_number = phone_number', 'yes', 'yes', 'yes'),
    ('campaigns', '(session_id, campaign) values (''s2'', ''Plumber - London'')', 'campaign = campaign', '42501', '42501', '42501'),
    ('session_info', '(session_id) values (gen_random_uuid())', 'campaign = null', 'yes', 'yes', '42501'),
    ('campaign_daily', '(campaign, day, messages_sent, messages_received, calls, objectives_met) values (''x'', ''2026-03-02'', 0, 0, 0, 0)',
     'calls = calls', '42501', '42501', '42501'),
    ('campaign_info', '(campaign) values (gen_random_uuid())', 'job_info = ''x''', 'yes', 'yes', 'yes');
grant select on tried to public;

create function pg_temp.adding(t tried) returns text language sql as $$ select 'insert into recruiting.' || (t).name || ' ' || (t).adding $$;
create function pg_temp.changing(t tried) returns text language sql as
    $$ select 'update recruiting.' || (t).name || ' set ' || (t).touching || ' where true' $$;
create function pg_temp.removing(t tried) returns text language sql as $$ select 'delete from recruiting.' || (t).name || ' where true' $$;
create function pg_temp.judge(sql text, want text, what text) returns text language sql as $$
    select case want when 'yes' then lives_ok(sql, what)
                     when 'none' then is_empty(sql || ' returning 1', what)
                     else throws_ok(sql, want::char(5), null, what) end
$$;

set local role anon;
set local request.jwt.claims = '{"role": "anon", "app_metadata": {"role": "staff"}}';
select pg_temp.judge('select 1 from recruiting.' || name, '42501', 'anon sees nothing: ' || name) from tried order by nth;
select pg_temp.judge(pg_temp.adding(t), '42501', 'anon adds nothing: ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.changing(t), '42501', 'anon changes nothing: ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.removing(t), '42501', 'anon removes nothing: ' || name) from tried t order by nth;

set local role authenticated;
set local request.jwt.claims = '{"role": "authenticated", "sub": "c0000000-0000-4000-8000-00000000000c", "user_metadata": {"role": "staff"}}';
select is_empty('select 1 from recruiting.' || name, 'who is not of the staff sees nothing, whatever he says of himself: ' || name)
  from tried order by nth;
select pg_temp.judge(pg_temp.adding(t), '42501', 'and adds nothing: ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.changing(t), replace(staff_changes, 'yes', 'none'), 'and changes nothing: ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.removing(t), replace(staff_removes, 'yes', 'none'), 'and removes nothing: ' || name) from tried t order by nth;

set local request.jwt.claims = '{"role": "authenticated", "sub": "a0000000-0000-4000-8000-00000000000a", "app_metadata": {"role": "staff"}}';
select results_eq('select count(*)::int from recruiting.' || name, array[case when name in ('session_info', 'campaigns') then 2 else 1 end],
                  'a recruiter sees all: ' || name) from tried order by nth;
select pg_temp.judge(pg_temp.adding(t), staff_adds, 'a recruiter adds, ' || staff_adds || ': ' || name) from tried t order by nth;
set local request.jwt.claims = '{"role": "authenticated", "sub": "b0000000-0000-4000-8000-00000000000b", "app_metadata": {"role": "staff"}}';
select pg_temp.judge(pg_temp.changing(t), staff_changes, 'another one changes it, ' || staff_changes || ': ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.removing(t), staff_removes, 'and removes it, ' || staff_removes || ': ' || name) from tried t order by nth;
select is_empty('select 1 from recruiting.campaigns', 'sessions without campaign are in none');

-- The service, kept from nothing but rewriting events and the mirror.
reset role;
insert into recruiting.campaign_info (campaign) values ('Plumber - London');
update recruiting.session_info set campaign = 'Plumber - London';
set local role service_role;
set local request.jwt.claims = '{"role": "service_role"}';
select pg_temp.judge('select 1 from recruiting.' || name, 'yes', 'the service sees all: ' || name) from tried order by nth;
select pg_temp.judge(pg_temp.adding(t), case when name = 'campaigns' then '23001' else 'yes' end, 'the service adds: ' || name)
  from tried t order by nth;
select pg_temp.judge(replace(pg_temp.changing(t), 'campaign = null', 'action_status = null'),
                     case when name in ('campaigns', 'session_objective_events') then '23001' else 'yes' end, 'the service changes: ' || name)
  from tried t order by nth;
select pg_temp.judge(pg_temp.removing(t), case when name in ('campaigns', 'session_objective_events') then '23001' else 'yes' end,
                     'the service removes: ' || name) from tried t order by nth;
select is_empty('select 1 from recruiting.session_objective_events', 'with a session goes its history');
select is_empty('select 1 from recruiting.campaigns', 'and its mirror');

select finish();
rollback;
