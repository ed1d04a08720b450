-- Two clients, each named by the document's setting and by a verified claim: every verb on what is theirs and on what is the other's.
begin;
select plan(62);

insert into growth.clients (client_id, business_name, email) values
    ('a0000000-0000-4000-8000-00000000000a', 'A', 'a@a.example'),
    ('b0000000-0000-4000-8000-00000000000b', 'B', 'b@b.example');
insert into growth.lead_memory (id, client_id, email, name) values
    ('a1000000-0000-4000-8000-00000000000a', 'a0000000-0000-4000-8000-00000000000a', 'x@people.example', 'X'),
    ('b1000000-0000-4000-8000-00000000000b', 'b0000000-0000-4000-8000-00000000000b', 'x@people.example', 'X');
insert into growth.lead_actions (lead_id, client_id, action_type) values
    ('a1000000-0000-4000-8000-00000000000a', 'a0000000-0000-4000-8000-00000000000a', 'insert'),
    ('b1000000-0000-4000-8000-00000000000b', 'b0000000-0000-4000-8000-00000000000b', 'insert');
insert into growth.growth_brain (client_id, event_type) values
    ('a0000000-0000-4000-8000-00000000000a', 'pattern_detected'), ('b0000000-0000-4000-8000-00000000000b', 'pattern_detected');
insert into growth.client_session (client_id, token_digest, token_prefix, expires_at) values
    ('a0000000-0000-4000-8000-00000000000a', 'sha256:' || repeat('a', 64), 'rb_a_…', '2100-01-01'),
    ('b0000000-0000-4000-8000-00000000000b', 'sha256:' || repeat('b', 64), 'rb_b_…', '2100-01-01');
insert into growth.login_failure (email_hash) values ('x');

-- Who comes as whom: by the setting without a claim, by a claim against the setting.
create temp table caller (nth serial, way text, mine text, other text, claims text, setting text);
insert into caller (way, mine, other, claims, setting)
select way, mine, other,
       case way when 'setting' then '{"role": "authenticated"}'
                else format('{"role": "authenticated", "app_metadata": {"client_id": "%s"}}', mine) end,
       case way when 'setting' then mine else other end
  from (values ('setting'), ('claim')) as ways (way),
       (values ('a0000000-0000-4000-8000-00000000000a', 'b0000000-0000-4000-8000-00000000000b'),
               ('b0000000-0000-4000-8000-00000000000b', 'a0000000-0000-4000-8000-00000000000a')) as clients (mine, other);
grant select on caller to public;

create function pg_temp.come(c caller) returns text language sql as $$
    select 'by ' || (c).way || ' as ' || left((c).mine, 1) || ': '
      from (select set_config('request.jwt.claims', (c).claims, true), set_config('app.current_client_id', (c).setting, true)) as come
$$;
create function pg_temp.sees(c caller, name text) returns text language sql as $$
    select results_eq('select distinct client_id::text from growth.' || name, array[(c).mine], pg_temp.come(c) || 'sees its own ' || name)
$$;
create function pg_temp.denied(c caller, sql text, what text) returns text language sql as $$
    select throws_ok(format(sql, (c).other), '42501', null, pg_temp.come(c) || what)
$$;
create function pg_temp.in_vain(c caller, sql text, what text) returns text language sql as $$
    select is_empty(format(sql, (c).other) || ' returning 1', pg_temp.come(c) || what)
$$;

set local role authenticated;
select pg_temp.sees(c, name)
  from caller c, unnest(array['lead_memory', 'lead_actions', 'growth_brain', 'client_session', 'clients']) as name order by nth, name;
select pg_temp.denied(c, 'insert into growth.lead_memory (client_id, email, name) values (%L, ''eve@people.example'', ''Eve'')', 'adds no lead')
  from caller c order by nth;
select pg_temp.denied(c, 'insert into growth.lead_actions (client_id, action_type) values (%L, ''update'')', 'adds no action') from caller c order by nth;
select pg_temp.denied(c, 'insert into growth.growth_brain (client_id, event_type) values (%L, ''reversion'')', 'adds no insight') from caller c order by nth;
select pg_temp.in_vain(c, 'update growth.lead_memory set name = ''Eve'' where client_id = %L', 'changes no lead') from caller c order by nth;
select pg_temp.in_vain(c, 'delete from growth.lead_memory where client_id = %L', 'removes no lead') from caller c order by nth;
select pg_temp.denied(c, 'update growth.lead_actions set detail = %L', 'rewrites no action') from caller c order by nth;
select pg_temp.denied(c, 'delete from growth.growth_brain where client_id = %L', 'removes no insight') from caller c order by nth;
select pg_temp.denied(c, 'update growth.client_session set client_id = %L', 'takes no session') from caller c order by nth;
select pg_temp.denied(c, 'select token_digest from growth.client_session where client_id = %L', 'reads no digest') from caller c order by nth;

-- A change of its own has its consequences under its own name.
select pg_temp.come(c) from caller c where way = 'setting' and left(mine, 1) = 'a';
select lives_ok($$update growth.lead_memory set current_tag = 'Converted'$$, 'a client tags its lead');
select results_eq($$select count(*)::int from growth.lead_actions where conversion_outcome$$, array[1], 'which is an action');
select results_eq($$select learning_snapshot ->> 'lead_name' from growth.growth_brain where event_type = 'conversion'$$, array['X'], 'and an insight');
select throws_ok('select id from growth.login_failure', '42501', null, 'failed attempts are not for clients'' eyes');
select throws_ok($$select growth.stop_follow_ups('{}', 'x')$$, '42501', null, 'nor is the ladder for their hands');
select throws_ok($$select growth.learn_from_tags('{}', 'x')$$, '42501', null, 'nor what is learnt');

select finish();
rollback;
