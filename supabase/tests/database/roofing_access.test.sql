-- Two roofing companies, and what each role may see and do of whose rows, table by table. `$` stands for the account: 1 or 2.
begin;

-- What each table's row of account $ is, a further row of it, how to change one, and what a person may do with rows of the own
-- account (select, insert, update, delete). `shared` rows belong to nobody and are read by every account. `taken`: a further
-- row is against a unique constraint, which is asked after the policies.
create temporary table guarded (
    nth     integer generated always as identity,
    tab     text,
    may     text,
    mine    text,
    row     text,
    another text,
    change  text    default 'created_at = created_at',
    shared  boolean default false,
    taken   boolean default false
);
insert into guarded (tab, may, mine, row, another, change) values
    ('area_scans', 'sid', 'id = 9$', '(id, user_id, area_name) overriding system value values (9$, 9$, ''Austin'')',
     '(user_id, area_name) values (9$, ''Dallas'')', 'area_name = ''Waco'''),
    ('leads', 'siud', 'id = 9$', '(id, user_id, area_scan_id, address, lead_score) overriding system value values (9$, 9$, 9$, ''1 Elm St'', 70)',
     '(user_id, address) values (9$, ''2 Elm St'')', 'notes = ''x'''),
    ('lead_activities', 'si', 'id = 9$',
     '(id, lead_id, user_id, activity_type, title) overriding system value values (9$, 9$, 9$, ''note_added'', ''x'')',
     '(lead_id, user_id, activity_type, title) values (9$, 9$, ''note_added'', ''y'')', 'title = ''x'''),
    ('sequences', 'siud', 'id = 9$', '(id, user_id, name) overriding system value values (9$, 9$, ''x'')',
     '(user_id, name) values (9$, ''y'')', 'name = ''x'''),
    ('sequence_nodes', 'siud', 'id = 9$', '(id, sequence_id, node_id, node_type) overriding system value values (9$, 9$, ''a'', ''START'')',
     '(sequence_id, node_id, node_type) values (9$, ''b'', ''END'')', 'position_x = 1'),
    ('sequence_enrollments', 'siu', 'id = 9$',
     '(id, sequence_id, lead_id, user_id, status) overriding system value values (9$, 9$, 9$, 9$, ''completed'')',
     '(sequence_id, lead_id, user_id) values (9$, 9$, 9$)', 'status = ''paused'''),
    ('sequence_executions', 's', 'id = 9$', '(id, sequence_id, enrollment_id, node_id) overriding system value values (9$, 9$, 9$, ''a'')',
     '(sequence_id, enrollment_id, node_id) values (9$, 9$, ''b'')', 'status = ''running'''),
    ('voice_calls', 's', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, user_id, lead_id, to_number) values (''9$000000-0000-4000-8000-000000000000'', 9$, 9$, ''+1512*****11'')',
     '(user_id, to_number) values (9$, ''+1512*****12'')', 'status = ''ringing'''),
    ('voice_call_turns', 's', 'id = 9$',
     '(id, call_id, seq, role) overriding system value values (9$, ''9$000000-0000-4000-8000-000000000000'', 1, ''agent'')',
     '(call_id, seq, role) values (''9$000000-0000-4000-8000-000000000000'', 2, ''user'')', 'text = ''x'''),
    ('voice_call_events', 's', 'id = 9$',
     '(id, call_id, event_type) overriding system value values (9$, ''9$000000-0000-4000-8000-000000000000'', ''call_ringing'')',
     '(call_id, event_type) values (''9$000000-0000-4000-8000-000000000000'', ''call_answered'')', 'event_type = ''call_ended'''),
    ('voice_bookings', 'siu', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, lead_id, window_start, window_end, estimator_id) values (''9$000000-0000-4000-8000-000000000000'', 9$, ''2026-03-02 10:00Z'', ''2026-03-02 11:00Z'', 9$)',
     '(lead_id, window_start, window_end, estimator_id) values (9$, ''2026-03-02 11:00Z'', ''2026-03-02 12:00Z'', 9$)', 'status = ''cancelled'''),
    ('billing_usage', 's', 'id = 9$', '(id, user_id, metric) overriding system value values (9$, 9$, ''sms_messages'')',
     '(user_id, metric) values (9$, ''emails_sent'')', 'quantity = 0'),
    ('voice_metrics_daily', 's', 'user_id = 9$', '(day, user_id) values (''2026-03-01'', 9$)', '(day, user_id) values (''2026-03-02'', 9$)', 'calls = 1'),
    ('call_campaigns', 'siud', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, user_id, name) values (''9$000000-0000-4000-8000-000000000000'', 9$, ''x'')', '(user_id, name) values (9$, ''y'')', 'name = ''x'''),
    ('ai_calls', 's', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, call_campaign_id, property_id) values (''9$000000-0000-4000-8000-000000000000'', ''9$000000-0000-4000-8000-000000000000'', ''91000000-0000-4000-8000-000000000000'')',
     '(user_id, property_id) values (9$, ''91000000-0000-4000-8000-000000000000'')', 'attempts = 1'),
    ('scheduled_sms', 'siud', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, user_id, lead_id, body) values (''9$000000-0000-4000-8000-000000000000'', 9$, 9$, ''x'')', '(user_id, lead_id, body) values (9$, 9$, ''y'')', 'body = ''x'''),
    ('follow_up_tasks', 'siud', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, user_id, lead_id, title) values (''9$000000-0000-4000-8000-000000000000'', 9$, 9$, ''x'')', '(user_id, lead_id, title) values (9$, 9$, ''y'')', 'title = ''x'''),
    ('property_reports', 'sid', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, user_id, property_id, title) values (''9$000000-0000-4000-8000-000000000000'', 9$, ''91000000-0000-4000-8000-000000000000'', ''x'')',
     '(user_id, property_id, title) values (9$, ''91000000-0000-4000-8000-000000000000'', ''y'')', 'html = ''x''');
insert into guarded (tab, may, mine, row, another, change, taken) values
    ('users', 'siu', 'id = 9$',
     '(id, email, auth_user_id) overriding system value values (9$, ''owner$@roof.example'', ''9$000000-0000-4000-8000-000000000000'')',
     '(email, auth_user_id) values (''owner$@roof.example'', ''9$000000-0000-4000-8000-000000000000'')', 'company_name = ''x''', true),
    ('voice_configurations', 'siu', 'user_id = 9$', '(user_id) values (9$)', '(user_id) values (9$)', 'voice_style = ''x''', true),
    ('ai_configurations', 'siu', 'user_id = 9$', '(user_id) values (9$)', '(user_id) values (9$)', 'voice_tone = ''x''', true);
insert into guarded (tab, may, mine, row, another) values
    ('audit_logs', 's', 'id = 9$', '(id, user_id, action, entity, entity_id) overriding system value values (9$, 9$, ''created'', ''leads'', ''9$'')',
     '(user_id, action, entity, entity_id) values (9$, ''updated'', ''leads'', ''9$'')');
insert into guarded (tab, may, mine, row, another, change, shared) values
    ('properties', 's', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, address, city, state, zip_code) values (''9$000000-0000-4000-8000-000000000000'', ''$ Oak St'', ''Austin'', ''TX'', ''78701'')',
     '(address, city, state, zip_code) values (''3 Oak St'', ''Austin'', ''TX'', ''78701'')', 'notes = ''x''', true),
    ('building_permits', 's', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, address, city, state, zip_code, permit_date) values (''9$000000-0000-4000-8000-000000000000'', ''$ Oak St'', ''Austin'', ''TX'', ''78701'', ''2026-01-02'')',
     '(address, city, state, zip_code, permit_date) values (''3 Oak St'', ''Austin'', ''TX'', ''78701'', ''2026-01-02'')', 'verified = true', true),
    ('contagion_clusters', 's', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, city, state) values (''9$000000-0000-4000-8000-000000000000'', ''Austin'', ''TX'')', '(city, state) values (''Austin'', ''TX'')', 'permit_count = 1', true),
    ('property_scores', 's', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, property_id) values (''9$000000-0000-4000-8000-000000000000'', ''9$000000-0000-4000-8000-000000000000'')',
     '(property_id) values (''9$000000-0000-4000-8000-000000000000'')', 'year_built = 1990', true),
    ('contractors', 's', 'id = ''9$000000-0000-4000-8000-000000000000''',
     '(id, name) values (''9$000000-0000-4000-8000-000000000000'', ''x'')', '(name) values (''y'')', 'name = ''x''', true);
insert into guarded (tab, may, mine, row, another, change, shared, taken) values
    ('social_proof_data', 's', 'property_id = ''9$000000-0000-4000-8000-000000000000''', '(property_id) values (''9$000000-0000-4000-8000-000000000000'')',
     '(property_id) values (''9$000000-0000-4000-8000-000000000000'')', 'permit_count = 1', true, true);

insert into auth.users (id, email)
select (nth || '000000-0000-4000-8000-000000000000')::uuid, 'owner' || nth - 90 || '@roof.example' from generate_series(91, 95) as nth;
do $$
declare
    wanted record;
begin
    for wanted in
        select tab, row, account
          from guarded, generate_series(1, 2) as account
         order by tab <> 'users', not tab = any ('{properties,contractors,area_scans,leads,sequences}'),
                  tab not like 'sequence%', tab <> 'voice_calls', nth
    loop
        execute 'insert into roofing.' || wanted.tab || ' ' || replace(wanted.row, '$', wanted.account::text);
    end loop;
end
$$;
insert into roofing.users (id, email, auth_user_id, role, is_active) overriding system value values
    (93, 'owner3@roof.example', '93000000-0000-4000-8000-000000000000', 'admin', true),
    (94, 'owner4@roof.example', '94000000-0000-4000-8000-000000000000', 'superadmin', true);

-- What a statement reaches: the number of rows, or `refused`, or the code of another error. Nothing of it stays.
create function pg_temp.reach(query text) returns text
    language plpgsql
as $$
declare
    reached text;
begin
    begin
        execute query;
        get diagnostics reached = row_count;
        raise exception using errcode = 'RBACK';
    exception
        when sqlstate 'RBACK' then return reached;
        when insufficient_privilege then return 'refused';
        when others then return sqlstate;
    end;
end
$$;

create temporary table cases as
with statement as (
    select g.*, account, verb,
           case verb when 's' then format('select 1 from roofing.%I where %s', tab, mine)
                     when 'i' then format('insert into roofing.%I %s', tab, another)
                     when 'u' then format('update roofing.%I set %s where %s', tab, change, mine)
                     else format('delete from roofing.%I where %s', tab, mine) end as query
      from guarded as g, generate_series(1, 2) as account, unnest('{s,i,u,d}'::text[]) with ordinality as verbs (verb, ord)
)
select role, tab, account, verb, replace(query, '$', account::text) as query,
       format('%s, %s of account %s: %s', role, case verb when 's' then 'select' when 'i' then 'insert' when 'u' then 'update' else 'delete' end,
              account, tab) as name,
       case when role = 'anon' then 'refused'
            when role = 'service_role' and tab = 'audit_logs' and verb in ('u', 'd') then '23001'
            when role = 'service_role' then case when taken and verb = 'i' then '23505' else '1' end
            when tab = 'area_scans' and verb = 'u' or position(verb in may) = 0 then 'refused'
            when shared then '1'
            when account = 2 then case when verb = 'i' then 'refused' else '0' end
            when taken and verb = 'i' then '23505'
            else '1' end as expected
  from statement, unnest('{authenticated,anon,service_role}'::text[]) as role;
grant select on cases to anon, authenticated, service_role;

select plan(40 + (select count(*)::integer from cases));
select is((select array_agg(relname::text order by relname::text) from pg_class where relnamespace = 'roofing'::regnamespace and relkind = 'r'),
          (select array_agg(tab order by tab) from guarded), 'no table is forgotten');

set local role authenticated;
set local request.jwt.claims = '{"role": "authenticated", "sub": "91000000-0000-4000-8000-000000000000", "email": "owner1@roof.example"}';
select is(pg_temp.reach(query), expected, name) from cases where role = 'authenticated' order by tab, account, verb;

-- What hangs together belongs to one account.
select is(pg_temp.reach($$insert into roofing.sequence_enrollments (sequence_id, lead_id, user_id) values (91, 92, 91)$$), '23503',
          'a stranger''s lead is not enrolled');
select is(pg_temp.reach($$insert into roofing.sequence_enrollments (sequence_id, lead_id, user_id) values (92, 91, 91)$$), '23503',
          'nor a lead in a stranger''s sequence');
select is(pg_temp.reach($$insert into roofing.voice_bookings (lead_id, window_start, window_end) values (92, '2026-03-02 10:00Z', '2026-03-02 11:00Z')$$),
          'refused', 'nobody books for a stranger''s lead');
select is(pg_temp.reach($$insert into roofing.voice_bookings (lead_id, window_start, window_end, estimator_id)
                          values (91, '2026-03-02 15:00Z', '2026-03-02 16:00Z', 92)$$), 'refused', 'nobody fills a stranger''s calendar');
select is(pg_temp.reach($$insert into roofing.leads (user_id, address) values (91, 'x'), (92, 'y')$$), 'refused', 'one foreign row refuses all');
select is(pg_temp.reach($$update roofing.leads set user_id = 92 where id = 91$$), '23503', 'a lead does not change its account');
select is(pg_temp.reach($$insert into roofing.scheduled_sms (user_id, lead_id, body) values (91, 92, 'x')$$), '23503',
          'no text goes to a stranger''s lead');

-- What a person may not make of the own account.
select is(pg_temp.reach($$update roofing.users set role = 'superadmin' where id = 91$$), 'refused', 'nobody makes himself an admin');
select is(pg_temp.reach($$update roofing.users set trial_leads_remaining = 1000 where id = 91$$), 'refused', 'or raises the quota');
select is(pg_temp.reach($$update roofing.users set auth_user_id = null where id = 91$$), 'refused', 'or lets go of the account');
select is(pg_temp.reach('select hashed_password from roofing.users'), 'refused', 'hashes are not for people''s eyes');
select is(pg_temp.reach('select owner_phone_encrypted from roofing.properties'), 'refused', 'nor is a property''s owner');
select is(pg_temp.reach($$insert into roofing.leads (user_id, address, lead_score, priority) values (91, 'x', 79.9, 'HOT')$$), '23514',
          'the priority follows the score');
select is(pg_temp.reach($$insert into roofing.leads (user_id, address, lead_score, priority) values (91, 'x', 79.9, 'WARM')$$), '1',
          'with no gap between the bounds');
select is(pg_temp.reach($$update roofing.area_scans set status = 'cancelled' where id = 91$$), '1', 'a scan is cancelled by its account');
select is(pg_temp.reach($$update roofing.area_scans set status = 'completed' where id = 91$$), 'refused', 'but not completed');
select is(pg_temp.reach($$update roofing.scheduled_sms set status = 'cancelled' where user_id = 91$$), '1', 'a text is cancelled by its account');
select is(pg_temp.reach($$update roofing.scheduled_sms set status = 'sent' where user_id = 91$$), 'refused', 'but not sent');
select is(pg_temp.reach($$insert into roofing.sequence_enrollments (sequence_id, lead_id, user_id) values (91, 91, 91), (91, 91, 91)$$), '23505',
          'one live enrolment per sequence and lead');
select is(pg_temp.reach($$insert into roofing.voice_bookings (lead_id, window_start, window_end, estimator_id)
                          values (91, '2026-03-02 10:30Z', '2026-03-02 11:30Z', 91)$$), '23P01', 'an estimator is at one place at a time');
select is(pg_temp.reach($$select engine.roofing_inspect(92, 'curious')$$), 'refused', 'only an admin inspects');
select is(pg_temp.reach($$select engine.roofing_reach('{user}')$$), 'refused', 'nobody says which roles reach further');

-- Admins.
set local request.jwt.claims = '{"role": "authenticated", "sub": "93000000-0000-4000-8000-000000000000"}';
select is_empty('select id from roofing.leads', 'an admin reads nothing that is not on record');
select engine.roofing_inspect(92, 'ticket 7');
select results_eq('select user_id from roofing.leads', array[92::bigint], 'what is on record is read');
select is(pg_temp.reach($$update roofing.leads set notes = 'x'$$), '0', 'but not written');
select results_eq($$select entity_id from roofing.audit_logs where user_id = 93$$, array['92'], 'the record names the account');
set local request.jwt.claims = '{"role": "authenticated", "sub": "94000000-0000-4000-8000-000000000000"}';
select is_empty('select id from roofing.leads', 'one admin''s record opens nothing to another');
select engine.roofing_inspect(null, 'ticket 8');
select is(pg_temp.reach($$update roofing.leads set notes = 'x' where id in (91, 92)$$), '2', 'a superadmin writes what is on record');

-- Whoever has no account, and how one is made.
set local request.jwt.claims = '{"role": "authenticated", "sub": "95000000-0000-4000-8000-000000000000", "email": "owner5@roof.example"}';
select is_empty('select id from roofing.properties', 'without an account nothing shared is read');
select is(pg_temp.reach($$insert into roofing.users (email, auth_user_id) values ('owner5@roof.example', '95000000-0000-4000-8000-000000000000') returning id$$),
          '1', 'a person makes an account');
select is(pg_temp.reach($$insert into roofing.users (email, auth_user_id) values ('other@roof.example', '95000000-0000-4000-8000-000000000000')$$),
          'refused', 'under the own address alone');
set local request.jwt.claims = '{"role": "authenticated", "user_metadata": {"sub": "91000000-0000-4000-8000-000000000000"}}';
select is_empty('select id from roofing.leads', 'what a user writes about himself opens nothing');

set local role anon;
select is(pg_temp.reach(query), expected, name) from cases where role = 'anon' order by tab, account, verb;
select is(pg_temp.reach('select engine.roofing_readable()'), 'refused', 'anon asks no helper');

set local role service_role;
select is(pg_temp.reach(query), expected, name) from cases where role = 'service_role' order by tab, account, verb;
select is(pg_temp.reach($$insert into roofing.sequence_enrollments (sequence_id, lead_id, user_id) values (91, 92, 91)$$), '23503',
          'not even the service mixes accounts');
select is(pg_temp.reach($$update roofing.area_scans set status = 'failed' where id = 91$$), '1', 'a scan goes forward');
update roofing.area_scans set status = 'completed', progress_percentage = 100 where id = 91;
select is(pg_temp.reach($$update roofing.area_scans set status = 'in_progress' where id = 91$$), '23514', 'not back');
select is(pg_temp.reach($$update roofing.area_scans set progress_percentage = 50 where id = 91$$), '23514', 'and its progress does not shrink');
update roofing.scheduled_sms set status = 'sent' where user_id = 91;
set local role authenticated;
set local request.jwt.claims = '{"role": "authenticated", "sub": "91000000-0000-4000-8000-000000000000"}';
select is(pg_temp.reach($$update roofing.scheduled_sms set status = 'scheduled' where user_id = 91$$), '0', 'what was sent does not wait again');
set local role service_role;
update roofing.users set is_active = false where id = 91;
set local role authenticated;
select is_empty('select id from roofing.leads', 'a locked account reads nothing');

select finish();
rollback;
