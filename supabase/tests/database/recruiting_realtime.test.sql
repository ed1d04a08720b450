-- What happens in a session is broadcast to its private topic where Realtime is there, and only the staff hears it. Where it is not
-- installed, a stand-in of its table and its functions is, after it was shown that nothing is missing without.
begin;
select plan(17);

create function pg_temp.is_here() returns boolean language sql as $$ select to_regclass('realtime.messages') is not null $$;
create temp table before as select pg_temp.is_here() as installed;

select lives_ok($$insert into recruiting.session_info (session_id) values ('quiet')$$, 'a session begins without Realtime too');
select lives_ok($$insert into recruiting.chat_history (session_id, message) values ('quiet', '{"sender": "user", "text": "Hi",
    "timestamp": "2026-03-02T10:00:00Z", "status": "read"}')$$, 'and is talked in');
select is(recruiting.let_staff_listen(), pg_temp.is_here(), 'there is something to listen to where Realtime is');

do $$
begin
    if not pg_temp.is_here() then
        create schema realtime;
        grant usage on schema realtime to authenticated;
        create table realtime.messages (
            id uuid not null default gen_random_uuid(), inserted_at timestamp not null default now(), updated_at timestamp not null default now(),
            topic text not null, extension text not null, payload jsonb, event text, private boolean default false, primary key (id, inserted_at));
        alter table realtime.messages enable row level security;
        grant select, insert on realtime.messages to authenticated;
        create function realtime.topic() returns text language sql stable
            return nullif(current_setting('realtime.topic', true), '');
        create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void language plpgsql as $send$
        begin
            execute format('set local realtime.topic to %L', topic);
            insert into realtime.messages (payload, event, topic, private, extension) values (payload, event, topic, private, 'broadcast');
        end
        $send$;
    end if;
end
$$;
select ok(recruiting.let_staff_listen(), 'the staff may listen');
select ok(recruiting.let_staff_listen(), 'and letting it again changes nothing');

insert into recruiting.session_info (session_id) values ('s1'), ('s2');
insert into recruiting.chat_history (session_id, message) values
    ('s1', '{"sender": "agent", "text": "Hi", "timestamp": "2026-03-02T10:00:00Z", "status": "sent"}'),
    (null, '{"sender": "agent", "text": "Hi", "timestamp": "2026-03-02T10:00:00Z", "status": "sent"}');
update recruiting.chat_history set message = message || '{"status": "read"}' where session_id = 's1';
update recruiting.session_info set tz = 'Europe/Paris' where session_id = 's2';

create function pg_temp.heard(of text) returns setof text language sql as $$
    select concat_ws(' ', event, payload ->> 'type', coalesce(payload #>> '{record,message,status}', payload #>> '{record,tz}'))
      from realtime.messages where topic = 'recruiting:session:' || of order by 1
$$;
select results_eq($$select pg_temp.heard('s1')$$,
    array['chat_history INSERT sent', 'chat_history UPDATE read', 'session_info INSERT Europe/London'], 'each change of a session is told, once');
select results_eq($$select pg_temp.heard('s2')$$, array['session_info INSERT Europe/London', 'session_info UPDATE Europe/Paris'], 'on its own topic');
select is((select count(*)::integer from realtime.messages where topic like 'recruiting:%' and not private), 0, 'and no topic is public');
select is((select count(*)::integer from realtime.messages where topic is null or topic = 'recruiting:session:'), 0, 'none without session');
select is((select payload -> 'record' ->> 'session_id' from realtime.messages where topic = 'recruiting:session:s1' and event = 'session_info'),
          's1', 'with the row itself');

set local role authenticated;
set local realtime.topic = 'recruiting:session:s1';
set local request.jwt.claims = '{"role": "authenticated", "sub": "a0000000-0000-4000-8000-00000000000a", "app_metadata": {"role": "staff"}}';
select isnt((select count(*)::integer from realtime.messages), 0, 'a recruiter hears it');
set local realtime.topic = 'bids:card:1';
select is_empty('select from realtime.messages', 'on these topics alone');
set local realtime.topic = 'recruiting:session:s1';
set local request.jwt.claims = '{"role": "authenticated", "sub": "c0000000-0000-4000-8000-00000000000c", "user_metadata": {"role": "staff"}}';
select is_empty('select from realtime.messages', 'who is none hears nothing, whatever he says of himself');
set local role anon;
set local request.jwt.claims = '{"role": "anon", "app_metadata": {"role": "staff"}}';
select throws_ok('select recruiting.let_staff_listen()', '42501', null, 'nor does he let himself');

-- A broadcast that fails costs nobody his row.
reset role;
do $$
begin
    if not (select installed from before) then
        create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
            language plpgsql as $send$ begin raise exception 'no'; end $send$;
    end if;
end
$$;
select lives_ok($$update recruiting.session_info set tz = 'Asia/Kolkata' where session_id = 's2'$$, 'a broadcast that fails is no failure');
select is((select tz from recruiting.session_info where session_id = 's2'), 'Asia/Kolkata', 'the row is written');
select is((select count(*)::integer from realtime.messages where payload #>> '{record,tz}' = 'Asia/Kolkata'),
          (select installed::integer from before), 'and nothing was told');

select finish();
rollback;
