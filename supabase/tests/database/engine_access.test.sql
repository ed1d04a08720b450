-- What only the service may see and do: hot leads, whom a tenant has told of them, and who fetched what of its mails.
begin;
select plan(22);

insert into engine.hot_lead (pack, tenant, subject_kind, subject_id, score, raised_at)
values ('growth', 'a0000000-0000-4000-8000-00000000000a', 'lead', 'a1', 90, now());
insert into engine.alert_setting (pack, tenant, email) values ('growth', 'a0000000-0000-4000-8000-00000000000a', 'owner@a.example');
insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status)
values ('a2000000-0000-4000-8000-00000000000a', 'growth', 'a0000000-0000-4000-8000-00000000000a', 'lead', 'a1', 's', 'out', 'email',
        'x@people.example', '', 'sent');
insert into engine.tracking_hit (message, kind, at, is_head, is_prefetch)
values ('a2000000-0000-4000-8000-00000000000a', 'open', now(), false, false);

-- The tenant itself, signed in: its functions read these for it.
set local role authenticated;
set local request.jwt.claims = '{"role": "authenticated", "app_metadata": {"client_id": "a0000000-0000-4000-8000-00000000000a"}}';
select throws_ok('select id from engine.hot_lead', '42501', null, 'a tenant reads hot leads by their function');
select throws_ok('select email from engine.alert_setting', '42501', null, 'and whom it has told');
select throws_ok('select id from engine.tracking_hit', '42501', null, 'who fetched what is nobody''s to read');
select throws_ok($$update engine.hot_lead set acknowledged_at = now(), acknowledged_by = 'me'$$, '42501', null, 'none is taken past the function');
select throws_ok($$update engine.alert_setting set webhook_secret_name = 'growth/x/smtp', webhook_url = 'https://a.example'$$, '42501', null,
                 'no secret is named that is another''s');
select throws_ok($$insert into engine.alert_setting (pack, tenant, email) values ('growth', 'b', 'x@b.example')$$, '42501', null, 'nor for another');
select throws_ok('delete from engine.tracking_hit', '42501', null, 'no hit is taken away');
select throws_ok($$insert into engine.tracking_hit (message, kind, at, is_head, is_prefetch)
                   values ('a2000000-0000-4000-8000-00000000000a', 'open', now(), false, false)$$, '42501', null, 'and none made up');
select throws_ok($$select engine.keep_alert_secret('growth', 'a', 'x')$$, '42501', null, 'nor a secret');

set local role anon;
set local request.jwt.claims = '{"role": "anon"}';
select throws_ok('select id from engine.hot_lead', '42501', null, 'strangers see no hot leads');
select throws_ok('select email from engine.alert_setting', '42501', null, 'nor whom somebody has told');
select throws_ok('select id from engine.tracking_hit', '42501', null, 'nor what was fetched');

set local role service_role;
select lives_ok('select id from engine.hot_lead where tenant = ''a0000000-0000-4000-8000-00000000000a''', 'the service reads hot leads');
select results_eq($$select email from engine.alert_setting where tenant = 'a0000000-0000-4000-8000-00000000000a'$$, array['owner@a.example'],
                  'and whom a tenant has told');
select results_eq($$select count(*)::int from engine.tracking_hit where message = 'a2000000-0000-4000-8000-00000000000a'$$, array[1], 'and hits');
select is(engine.keep_alert_secret('growth', 'a0000000-0000-4000-8000-00000000000a', 'whsec_one'),
          'alerts/growth/a0000000-0000-4000-8000-00000000000a', 'it keeps a tenant''s secret under the tenant''s name');
select is(engine.secret('alerts/growth/a0000000-0000-4000-8000-00000000000a'), 'whsec_one', 'where it is found');
select is(engine.keep_alert_secret('growth', 'a0000000-0000-4000-8000-00000000000a', null), null, 'forgets it');
select is(engine.secret('alerts/growth/a0000000-0000-4000-8000-00000000000a'), null, 'and then it is gone');
select throws_ok($$select engine.keep_secret('growth/x/smtp', 'x')$$, '42501', null, 'but writes no secret of another name');

reset role;
select throws_ok($$insert into engine.tracking_hit (message, kind, at, is_head, is_prefetch)
                   values ('a2000000-0000-4000-8000-00000000000a', 'click', now(), false, false)$$, '23514', null, 'a click leads somewhere');
select throws_ok($$insert into engine.alert_setting (pack, tenant, webhook_url) values ('growth', 'c', 'https://c.example')$$, '23514', null,
                 'no webhook is told unsigned');

select finish();
rollback;
