-- What the tables of recruiting keep true by themselves.
begin;
select plan(36);

-- Taken back at the end, like everything here.
truncate recruiting.campaign_info, recruiting.session_info, recruiting.campaigns, recruiting.numbers, recruiting.chat_history, recruiting.call_info,
    recruiting.session_objective_events;

insert into recruiting.campaign_info (campaign) values ('one'), ('two');
insert into recruiting.session_info (session_id, campaign) values ('a', 'one'), ('b', null), ('c', 'one');

-- session_info.campaign is the truth, campaigns mirrors it.
create function pg_temp.mirrored() returns text language sql as
    $$ select string_agg(session_id || ' ' || campaign, ', ' order by session_id) from recruiting.campaigns $$;
select is(pg_temp.mirrored(), 'a one, c one', 'new sessions are mirrored');
update recruiting.session_info set campaign = 'two' where session_id in ('a', 'b');
select is(pg_temp.mirrored(), 'a two, b two, c one', 'so are changes');
update recruiting.session_info set campaign = null where session_id = 'a';
select is(pg_temp.mirrored(), 'b two, c one', 'so is having none');
update recruiting.session_info set tz = 'Europe/Paris' where true;
select is(pg_temp.mirrored(), 'b two, c one', 'other changes leave it');
delete from recruiting.session_info where session_id = 'b';
select is(pg_temp.mirrored(), 'c one', 'so is a session''s end');
select throws_ok($$delete from recruiting.campaigns where session_id = 'c'$$, '23001', null, 'the mirror is not written');
select throws_ok($$delete from recruiting.campaign_info where campaign = 'one'$$, '23503', null, 'a campaign with sessions stays');

-- The message times are the truth, the two older columns mirror them.
set local engine.now = '2030-01-01T00:00:00Z';
update recruiting.session_info set last_user_msg_at = '2026-03-02T10:00:00Z', agent_updated = '2026-03-02T11:00:00Z' where session_id = 'c';
select results_eq($$select user_updated from recruiting.session_info where session_id = 'c'$$, array['2026-03-02T10:00:00Z'::timestamptz],
                  'the time of the last message is in both columns');
select results_eq($$select coalesce(agent_updated::text, 'none') from recruiting.session_info where session_id = 'c'$$, array['none'],
                  'a mirror is not written by itself');
select results_eq($$select updated_at from recruiting.session_info where session_id = 'c'$$, array['2030-01-01T00:00:00Z'::timestamptz],
                  'a change is noted');

-- Shapes and words.
create function pg_temp.chat(message text) returns void language sql as $$ insert into recruiting.chat_history (message) values (message::jsonb) $$;
select lives_ok(format('select pg_temp.chat(%L)', message), 'a message: ' || message) from unnest(array[
    '{"sender": "user", "text": "Hi", "timestamp": "2025-11-18T10:30:00Z", "status": "read"}',
    '{"sender": "agent", "text": "", "timestamp": "2025-11-18T10:30:00.123+01:00", "status": "failed"}']) message;
select throws_ok(format('select pg_temp.chat(%L)', message), '23514', null, 'no message: ' || message) from unnest(array[
    '{}', '[]', '"Hi"', 'null',
    '{"sender": "user", "text": "Hi", "timestamp": "2025-11-18T10:30:00Z"}',
    '{"sender": null, "text": "Hi", "timestamp": "2025-11-18T10:30:00Z", "status": "read"}',
    '{"sender": "bot", "text": "Hi", "timestamp": "2025-11-18T10:30:00Z", "status": "read"}',
    '{"sender": "user", "text": 1, "timestamp": "2025-11-18T10:30:00Z", "status": "read"}',
    '{"sender": "user", "text": "Hi", "timestamp": "yesterday", "status": "read"}',
    '{"sender": "user", "text": "Hi", "timestamp": "2025-11-18T10:30:00", "status": "read"}',
    '{"sender": "user", "text": "Hi", "timestamp": "2025-11-18T10:30:00Z", "status": "seen"}',
    '{"sender": "user", "text": "Hi", "timestamp": "2025-11-18T10:30:00Z", "status": "read", "more": 1}']) message;

select lives_ok($$update recruiting.session_info set objectives = '{"interested": true, "pay": 20, "when": "May", "area": null}' where session_id = 'c'$$,
                'objectives are a flat map');
select is_empty($$select 1 from recruiting.session_info where session_id = 'c' and objectives -> 'interested' is distinct from 'true'$$,
                'whose values are read as they are');
select throws_ok(format('update recruiting.session_info set objectives = %L', objectives), '23514', null, 'no such map: ' || objectives)
  from unnest(array['[]', '1', '{"interested": {"value": true}}', '{"areas": ["N1"]}']) objectives;
select throws_ok($$update recruiting.session_info set session_status = 'done'$$, '23514', null, 'a session ends in known ways');
select throws_ok('update recruiting.session_info set reminder_count = 4', '23514', null, 'nobody is reminded a fourth time');
select throws_ok($$insert into recruiting.numbers (session_id, phone_number) values ('c', '07700 900123')$$, '23514', null, 'numbers are E.164');
select throws_ok($$insert into recruiting.call_info (call_id, status) values ('x', 'gone')$$, '23514', null, 'calls have known states');
select throws_ok($$insert into recruiting.session_objective_events (objective, source) values ('x', 'guess')$$, '23514', null, 'a change has a known source');
select throws_ok($$update recruiting.campaign_info set "start" = '2026-03-02', "end" = '2026-03-01'$$, '23514', null, 'a campaign ends after it starts');

select finish();
rollback;
