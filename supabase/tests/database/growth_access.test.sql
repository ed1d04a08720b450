-- Two clients of the agency, and what each role may see and do of the other's rows.
begin;
select plan(16);

insert into growth.clients (client_id, business_name, email) values
    ('a0000000-0000-4000-8000-00000000000a', 'A', 'a@a.example'),
    ('b0000000-0000-4000-8000-00000000000b', 'B', 'b@b.example');
insert into growth.lead_memory (id, client_id, email, name) values
    ('a1000000-0000-4000-8000-00000000000a', 'a0000000-0000-4000-8000-00000000000a', 'x@people.example', 'X'),
    ('b1000000-0000-4000-8000-00000000000b', 'b0000000-0000-4000-8000-00000000000b', 'x@people.example', 'X');
insert into growth.lead_actions (lead_id, client_id, action_type) values
    ('a1000000-0000-4000-8000-00000000000a', 'a0000000-0000-4000-8000-00000000000a', 'insert'),
    ('b1000000-0000-4000-8000-00000000000b', 'b0000000-0000-4000-8000-00000000000b', 'insert');
insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status) values
    (gen_random_uuid(), 'growth', 'a0000000-0000-4000-8000-00000000000a', 'lead', 'a1', 's', 'out', 'email', 'x@people.example', '', 'sent'),
    (gen_random_uuid(), 'growth', 'b0000000-0000-4000-8000-00000000000b', 'lead', 'b1', 's', 'out', 'email', 'x@people.example', '', 'sent');

set local role authenticated;
set local request.jwt.claims = '{"role": "authenticated", "app_metadata": {"client_id": "a0000000-0000-4000-8000-00000000000a"}}';
select results_eq('select business_name from growth.clients', array['A'], 'a client sees itself alone');
select results_eq('select id::text from growth.lead_memory', array['a1000000-0000-4000-8000-00000000000a'], 'its leads alone');
select results_eq('select count(*)::int from growth.lead_actions', array[1], 'its actions alone');
select results_eq('select count(*)::int from engine.message', array[1], 'its messages alone');
select is_empty($$update growth.lead_memory set name = 'Y' where client_id = 'b0000000-0000-4000-8000-00000000000b' returning id$$,
                'another client''s lead is out of reach of an update');
select is_empty($$delete from growth.lead_memory where client_id = 'b0000000-0000-4000-8000-00000000000b' returning id$$, 'and of a delete');
select throws_ok($$insert into growth.lead_memory (client_id, email, name) values ('b0000000-0000-4000-8000-00000000000b', 'y@people.example', 'Y')$$,
                 '42501', null, 'nothing is inserted for another client');
select throws_ok('select api_key from growth.clients', '42501', null, 'digests are not for clients'' eyes');
select throws_ok($$update growth.clients set client_id = 'b0000000-0000-4000-8000-00000000000b'$$, '42501', null, 'nobody becomes another client');
select throws_ok('select id from engine.work', '42501', null, 'the queue is not for clients');
select throws_ok('select address_hash from engine.suppression', '42501', null, 'nor are suppressions');
select throws_ok($$select engine.secret('growth/x/smtp')$$, '42501', null, 'nor are secrets');

set local request.jwt.claims = '{"role": "authenticated", "user_metadata": {"client_id": "a0000000-0000-4000-8000-00000000000a"}}';
select is_empty('select id from growth.lead_memory', 'what a user writes about himself opens nothing');
set local app.current_client_id = 'b0000000-0000-4000-8000-00000000000b';
select results_eq('select id::text from growth.lead_memory', array['b1000000-0000-4000-8000-00000000000b'], 'the document''s setting names the client');

set local role anon;
select throws_ok('select id from growth.lead_memory', '42501', null, 'anon sees nothing');
select throws_ok($$insert into growth.lead_memory (email, name) values ('z@people.example', 'Z')$$, '42501', null, 'and writes nothing');

select finish();
rollback;
