-- What the tables of growth keep true by themselves.
begin;
select plan(34);

insert into growth.clients (client_id, business_name, email, password_hash, api_key, smtp_password) values
    ('a0000000-0000-4000-8000-00000000000a', 'A', 'a@a.example', 'in clear', 'rb_abcd_' || repeat('0', 43), 'hush'),
    ('b0000000-0000-4000-8000-00000000000b', 'B', 'b@b.example', '$2a$10$' || repeat('a', 53), 'internal-api-key-placeholder', null);
insert into growth.lead_memory (id, client_id, email, name) values
    ('a1000000-0000-4000-8000-00000000000a', 'a0000000-0000-4000-8000-00000000000a', 'x@people.example', 'X');

create function pg_temp.state() returns text language sql as $$
    select concat_ws(' ', current_tag, case when archived then 'archived' end, case when deleted then 'deleted' end)
      from growth.lead_memory where id = 'a1000000-0000-4000-8000-00000000000a'
$$;
create function pg_temp.set_lead(assignments text) returns text language plpgsql as $$
begin
    execute 'update growth.lead_memory set ' || assignments || ' where id = ''a1000000-0000-4000-8000-00000000000a''';
    return pg_temp.state();
end
$$;

-- Tags are the state.
select is(pg_temp.state(), 'Active', 'a new lead is active');
select is(pg_temp.set_lead($$current_tag = 'Archived'$$), 'Archived archived', 'the boolean follows the tag');
select is(pg_temp.set_lead($$current_tag = 'Deleted'$$), 'Deleted deleted', 'and leaves the other');
select is(pg_temp.set_lead($$current_tag = 'Converted'$$), 'Converted', 'both end');
select is(pg_temp.set_lead($$archived = true, current_tag = 'Archived'$$), 'Archived archived', 'both may be written');
select is(pg_temp.set_lead('archived = false'), 'Active', 'a boolean alone is read as the tag');
select is(pg_temp.set_lead('deleted = true'), 'Deleted deleted', 'so that a lead that was deleted by it is not written to');
select is(pg_temp.set_lead('deleted = false'), 'Active', 'and one that was restored is');
select is(pg_temp.set_lead($$current_tag = 'Follow-Up', archived = true$$), 'Follow-Up', 'where they disagree the tag holds');
select is(pg_temp.set_lead('archived = null'), 'Follow-Up', 'null says nothing');
select is(pg_temp.set_lead('deleted = true, archived = true'), 'Deleted deleted', 'deleted is more than archived');
select lives_ok($$insert into growth.lead_memory (client_id, email, name) values ('a0000000-0000-4000-8000-00000000000a', 'X@people.example', 'X')$$,
                'who was deleted may write again');
select throws_ok($$select pg_temp.set_lead('current_tag = ''Active''')$$, '23505', null, 'and is then not restored beside that');
select throws_ok($$select pg_temp.set_lead('current_tag = ''Lost''')$$, '23514', null, 'there are five tags');
set local engine.now = '2030-01-01T00:00:00Z';
select is(pg_temp.set_lead($$intent = 'pricing'$$), 'Deleted deleted', 'any other change leaves the state');
select results_eq($$select last_updated from growth.lead_memory where id = 'a1000000-0000-4000-8000-00000000000a'$$,
                  array['2030-01-01T00:00:00Z'::timestamptz], 'a change is noted');
insert into growth.lead_memory (client_id, email, name, archived) values ('a0000000-0000-4000-8000-00000000000a', 'old@people.example', 'Old', true);
select results_eq($$select current_tag from growth.lead_memory where email = 'old@people.example'$$, array['Archived'], 'an imported boolean too is a tag');

-- Shapes and words.
select throws_ok($$select pg_temp.set_lead('tone = ''friendly''')$$, '23514', null, 'tones are written in title case');
select throws_ok($$select pg_temp.set_lead('urgency = ''urgent''')$$, '23514', null, 'as are urgencies');
select throws_ok($$select pg_temp.set_lead('tone_history = ''["Friendly"]''')$$, '23514', null, 'a history has value and timestamp');
select throws_ok($$select pg_temp.set_lead('tone_history = ''{}''')$$, '23514', null, 'and is an array');
select throws_ok($$insert into growth.lead_actions (action_type, tag, conversion_outcome) values ('tag', 'Active', true)$$, '23514', null,
                 'only the tag Converted is a conversion');
select throws_ok($$insert into growth.lead_actions (action_type, reversion_reason) values ('tag', 'why')$$, '23514', null, 'only a reversion has its reason');
select throws_ok($$insert into growth.growth_brain (event_type) values ('guess')$$, '23514', null, 'insights are of known kinds');
select throws_ok($$insert into growth.prospect_candidates (business_name, response_score, automation_need_score) values ('P', 80, 30)$$, '23514', null,
                 'need is what the score lacks');
select lives_ok($$insert into growth.prospect_candidates (business_name) values ('P')$$, 'before the probe both are null');

-- Secrets.
select results_eq('select password_hash from growth.clients where business_name = ''A''', array['!'], 'a password in clear is locked away');
select results_eq('select length(password_hash) from growth.clients where business_name = ''B''', array[60], 'a bcrypt hash stays');
select results_eq('select api_key_prefix from growth.clients where business_name = ''A''', array['rb_abcd'], 'a key keeps its visible start');
select is_empty('select api_key from growth.clients where api_key !~ ''^sha256:[0-9a-f]{64}$''', 'and is a digest');
select results_eq($$select secret from vault.secrets where name = 'growth/a0000000-0000-4000-8000-00000000000a/smtp'$$, array['hush'],
                  'the SMTP password is in the vault');
update growth.clients set smtp_password = null where business_name = 'A';
select is_empty($$select name from vault.secrets where name = 'growth/a0000000-0000-4000-8000-00000000000a/smtp'$$, 'until it is taken away');
update growth.clients set smtp_password = 'hush' where business_name = 'A';
delete from growth.clients where business_name = 'A';
select is_empty($$select name from vault.secrets where name = 'growth/a0000000-0000-4000-8000-00000000000a/smtp'$$, 'or its client goes');
select is_empty($$select tenant from engine.sender_identity where tenant = 'a0000000-0000-4000-8000-00000000000a'$$, 'with its sender');

select finish();
rollback;
