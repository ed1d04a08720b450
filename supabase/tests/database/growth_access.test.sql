-- Two clients of the agency and the agency itself, and what each role may see and do of the others' rows.
begin;
select plan(128);

-- Prospects of this test alone, until it is rolled back.
truncate growth.prospect_candidates, growth.prospect_outreach_log cascade;

insert into growth.clients (client_id, business_name, email) values
    ('a0000000-0000-4000-8000-00000000000a', 'A', 'a@a.example'),
    ('b0000000-0000-4000-8000-00000000000b', 'B', 'b@b.example');
insert into growth.lead_memory (id, client_id, email, name) values
    ('a1000000-0000-4000-8000-00000000000a', 'a0000000-0000-4000-8000-00000000000a', 'x@people.example', 'X'),
    ('b1000000-0000-4000-8000-00000000000b', 'b0000000-0000-4000-8000-00000000000b', 'x@people.example', 'X'),
    ('c1000000-0000-4000-8000-00000000000c', null, 'nobodys@people.example', 'Y');
insert into growth.lead_actions (lead_id, client_id, action_type) values
    ('a1000000-0000-4000-8000-00000000000a', 'a0000000-0000-4000-8000-00000000000a', 'insert'),
    ('b1000000-0000-4000-8000-00000000000b', 'b0000000-0000-4000-8000-00000000000b', 'insert');
insert into growth.growth_brain (client_id, event_type) values
    ('a0000000-0000-4000-8000-00000000000a', 'conversion'), ('b0000000-0000-4000-8000-00000000000b', 'conversion');
insert into growth.api_key_rotation_log (client_id) values
    ('a0000000-0000-4000-8000-00000000000a'), ('b0000000-0000-4000-8000-00000000000b');
insert into growth.prospect_candidates (id, business_name) values ('c0000000-0000-4000-8000-00000000000c', 'P');
insert into growth.prospect_outreach_log (prospect_id, email_subject, email_body) values ('c0000000-0000-4000-8000-00000000000c', 's', 'b');
insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status) values
    (gen_random_uuid(), 'growth', 'a0000000-0000-4000-8000-00000000000a', 'lead', 'a1', 's', 'out', 'email', 'x@people.example', '', 'sent'),
    (gen_random_uuid(), 'growth', 'b0000000-0000-4000-8000-00000000000b', 'lead', 'b1', 's', 'out', 'email', 'x@people.example', '', 'sent');

-- Per table: how to insert a row of a client, how to touch one, how to find a client's rows, and what a client may do with its
-- own: `yes`, or the error it meets. A row of another client that may be touched at all is not found.
create temp table tried (nth serial, name text, adding text, touching text, finding text, client_adds text, client_changes text, client_removes text);
insert into tried (name, adding, touching, finding, client_adds, client_changes, client_removes) values
    ('lead_memory', '(client_id, email, name) values (%1$L, gen_random_uuid() || ''@people.example'', ''N'')', 'name = name', 'client_id = %1$L',
     'yes', 'yes', 'yes'),
    ('lead_actions', '(client_id, action_type) values (%1$L, ''update'')', 'detail = detail', 'client_id = %1$L', 'yes', '42501', '42501'),
    ('growth_brain', '(client_id, event_type) values (%1$L, ''reversion'')', 'insight_text = ''''', 'client_id = %1$L', 'yes', '42501', '42501'),
    ('api_key_rotation_log', '(client_id) values (%1$L)', 'reason = reason', 'client_id = %1$L', '42501', '42501', '42501'),
    ('prospect_outreach_log', '(email_subject, email_body) values (''s'', %1$L)', 'email_body = email_body', 'true or %1$L = ''''',
     '42501', '42501', '42501'),
    ('prospect_candidates', '(business_name) values (%1$L)', 'industry = industry', 'true or %1$L = ''''', '42501', '42501', '42501'),
    ('clients', '(client_id, business_name, email) values (gen_random_uuid(), ''N'', gen_random_uuid() || ''@n.example'')', 'name = name',
     'client_id = %1$L', '42501', 'yes', '42501');
grant select on tried to public;

create function pg_temp.adding(t tried, client text) returns text language sql as
    $$ select format('insert into growth.' || (t).name || ' ' || (t).adding, client) $$;
create function pg_temp.changing(t tried, client text) returns text language sql as
    $$ select format('update growth.' || (t).name || ' set ' || (t).touching || ' where ' || (t).finding, client) $$;
create function pg_temp.removing(t tried, client text) returns text language sql as
    $$ select format('delete from growth.' || (t).name || ' where ' || (t).finding, client) $$;
create function pg_temp.judge(sql text, want text, what text) returns text language sql as $$
    select case want when 'yes' then lives_ok(sql, what)
                     when 'none' then is_empty(sql || ' returning 1', what)
                     else throws_ok(sql, want::char(5), null, what) end
$$;

-- A client reads.
set local role authenticated;
set local request.jwt.claims = '{"role": "authenticated", "app_metadata": {"client_id": "a0000000-0000-4000-8000-00000000000a"}}';
select results_eq('select business_name from growth.clients', array['A'], 'a client sees itself alone');
select results_eq('select id::text from growth.lead_memory', array['a1000000-0000-4000-8000-00000000000a'], 'its leads alone');
select results_eq('select count(*)::int from growth.lead_actions', array[1], 'its actions alone');
select results_eq('select count(*)::int from growth.growth_brain', array[1], 'its insights alone');
select results_eq('select count(id)::int from growth.api_key_rotation_log', array[1], 'its rotations alone');
select results_eq('select count(*)::int from engine.message', array[1], 'its messages alone');
select is_empty('select id from growth.prospect_candidates', 'no prospects');
select is_empty('select id from growth.prospect_outreach_log', 'and nothing that was written to them');
select throws_ok('select api_key from growth.clients', '42501', null, 'digests are not for clients'' eyes');
select throws_ok('select old_key from growth.api_key_rotation_log', '42501', null, 'nor are those of old keys');
select throws_ok('select id from engine.work', '42501', null, 'the queue is not for clients');
select throws_ok('select address_hash from engine.suppression', '42501', null, 'nor are suppressions');
select throws_ok($$select engine.secret('growth/x/smtp')$$, '42501', null, 'nor are secrets');
select throws_ok($$select engine.forget_secret('growth/x/smtp')$$, '42501', null, 'nor their end');
select throws_ok('select tablename from growth.storage_report()', '42501', null, 'nor the sizes of all tables');

-- A client writes.
select pg_temp.judge(pg_temp.adding(t, 'b0000000-0000-4000-8000-00000000000b'), '42501', 'a client adds nothing for another: ' || name)
  from tried t where name not like 'prospect%' order by nth;
select pg_temp.judge(pg_temp.changing(t, 'b0000000-0000-4000-8000-00000000000b'), replace(client_changes, 'yes', 'none'),
                     'a client changes nothing of another: ' || name) from tried t where name not like 'prospect%' order by nth;
select pg_temp.judge(pg_temp.removing(t, 'b0000000-0000-4000-8000-00000000000b'), replace(client_removes, 'yes', 'none'),
                     'a client removes nothing of another: ' || name) from tried t where name not like 'prospect%' order by nth;
select pg_temp.judge(pg_temp.adding(t, 'a0000000-0000-4000-8000-00000000000a'), client_adds,
                     'a client adds for itself, ' || client_adds || ': ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.changing(t, 'a0000000-0000-4000-8000-00000000000a'), client_changes,
                     'a client changes its own, ' || client_changes || ': ' || name) from tried t order by nth;
select throws_ok($$insert into growth.lead_actions (lead_id, client_id, action_type)
                   values ('b1000000-0000-4000-8000-00000000000b', 'a0000000-0000-4000-8000-00000000000a', 'update')$$,
                 '23503', null, 'an action is about a lead of its client');
select throws_ok($$insert into growth.lead_actions (lead_id, client_id, action_type)
                   values ('c1000000-0000-4000-8000-00000000000c', 'a0000000-0000-4000-8000-00000000000a', 'update')$$,
                 '23503', null, 'nor about one that is no client''s');
select throws_ok($$update growth.clients set client_id = 'b0000000-0000-4000-8000-00000000000b'$$, '42501', null, 'nobody becomes another client');
select throws_ok('update growth.clients set is_internal = true', '42501', null, 'nor the agency itself');
select throws_ok($$update growth.lead_memory set client_id = 'b0000000-0000-4000-8000-00000000000b'$$, '42501', null, 'no lead is given away');
select pg_temp.judge(pg_temp.removing(t, 'a0000000-0000-4000-8000-00000000000a'), client_removes,
                     'a client removes its own, ' || client_removes || ': ' || name) from tried t order by nth;
select is_empty('select id from growth.lead_memory', 'what a client removed is gone');

set local request.jwt.claims = '{"role": "authenticated", "user_metadata": {"client_id": "a0000000-0000-4000-8000-00000000000a"}}';
select is_empty('select client_id from growth.clients', 'what a user writes about himself opens nothing');
select pg_temp.judge(pg_temp.adding(t, 'a0000000-0000-4000-8000-00000000000a'), '42501', 'without a client nothing is added: ' || name)
  from tried t order by nth;
set local app.current_client_id = 'b0000000-0000-4000-8000-00000000000b';
select results_eq('select id::text from growth.lead_memory', array['b1000000-0000-4000-8000-00000000000b'], 'the document''s setting names the client');
set local request.jwt.claims = '{"role": "authenticated", "app_metadata": {"client_id": "a0000000-0000-4000-8000-00000000000a"}}';
select results_eq('select business_name from growth.clients', array['A'], 'a claim beats the setting');

-- The agency.
set local request.jwt.claims = '{"role": "authenticated", "app_metadata": {"client_id": "00000000-0000-0000-0000-000000000001"}}';
select results_eq('select business_name from growth.clients', array['Avenir AI Solutions'], 'the agency is a client like others');
select is_empty('select id from growth.lead_memory', 'and does not see theirs');
select results_eq('select business_name from growth.prospect_candidates', array['P'], 'it reads prospects');
select results_eq('select email_subject from growth.prospect_outreach_log', array['s'], 'and what was written to them');
select pg_temp.judge(pg_temp.adding(t, 'x'), '42501', 'the agency adds none by itself: ' || name) from tried t where name like 'prospect%' order by nth;
select pg_temp.judge(pg_temp.changing(t, 'x'), '42501', 'nor changes any: ' || name) from tried t where name like 'prospect%' order by nth;
select pg_temp.judge(pg_temp.removing(t, 'x'), '42501', 'nor removes any: ' || name) from tried t where name like 'prospect%' order by nth;

set local role anon;
set local request.jwt.claims = '{"role": "anon", "app_metadata": {"client_id": "a0000000-0000-4000-8000-00000000000a"}}';
select pg_temp.judge('select id from growth.' || name, '42501', 'anon sees nothing: ' || name) from tried order by nth;
select pg_temp.judge(pg_temp.adding(t, 'a0000000-0000-4000-8000-00000000000a'), '42501', 'anon adds nothing: ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.changing(t, 'a0000000-0000-4000-8000-00000000000a'), '42501', 'anon changes nothing: ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.removing(t, 'a0000000-0000-4000-8000-00000000000a'), '42501', 'anon removes nothing: ' || name) from tried t order by nth;

-- The service, kept from nothing but rewriting what happened.
set local role service_role;
set local request.jwt.claims = '{"role": "service_role"}';
select results_eq($$select business_name from growth.clients where business_name in ('A', 'B') order by 1$$, array['A', 'B'], 'the service sees all clients');
select pg_temp.judge(pg_temp.adding(t, 'b0000000-0000-4000-8000-00000000000b'), 'yes', 'the service adds: ' || name) from tried t order by nth;
select pg_temp.judge(pg_temp.changing(t, 'b0000000-0000-4000-8000-00000000000b'),
                     case when name in ('lead_actions', 'api_key_rotation_log') then '23001' else 'yes' end, 'the service changes: ' || name)
  from tried t order by nth;
select pg_temp.judge(pg_temp.removing(t, 'b0000000-0000-4000-8000-00000000000b'),
                     case when name in ('lead_actions', 'api_key_rotation_log') then '23001' else 'yes' end, 'the service removes: ' || name)
  from tried t order by nth;
select is_empty($$select id from growth.lead_actions where client_id = 'b0000000-0000-4000-8000-00000000000b'$$, 'with a client goes its history');

select finish();
rollback;
