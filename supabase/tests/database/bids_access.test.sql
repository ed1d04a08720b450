-- Two tenants of the marketplace, a and b: each a homeowner, a contractor, a card and everything that hangs on it. What each
-- role may do with the rows of either, table by table and verb by verb; then the rules that a table of verbs can't tell.
begin;

-- One id per thing and tenant, so that no two kinds of key can be mixed up unnoticed.
create function pg_temp.id(thing text, tenant text) returns uuid language sql immutable as $$ select md5(thing || ':' || tenant)::uuid $$;

-- The statement with {thing} as that tenant's id.
create function pg_temp.filled(statement text, tenant text) returns text language plpgsql as $$
declare
    thing text;
begin
    for thing in select distinct part.words[1] from regexp_matches(statement, '\{(\w+)\}', 'g') as part (words) loop
        statement := replace(statement, '{' || thing || '}', quote_literal(pg_temp.id(thing, tenant)));
    end loop;
    return statement;
end
$$;

-- How many rows the statement touches as that role, or its SQLSTATE; undone in any case. What prepares it runs as the owner.
create function pg_temp.attempt(role text, claims text, prepare text, statement text) returns text language plpgsql as $$
declare
    touched bigint;
begin
    execute coalesce(prepare, 'select');
    perform set_config('request.jwt.claims', claims, true), set_config('role', role, true);
    execute statement;
    get diagnostics touched = row_count;
    raise exception using errcode = 'RB001', message = touched::text;
exception
    when sqlstate 'RB001' then return sqlerrm;
    when others then return sqlstate;
end
$$;

create temporary table actor (name text, tenant text, role text, claims text);
insert into actor values
    ('homeowner', 'a', 'authenticated', jsonb_build_object('sub', pg_temp.id('homeowner_user', 'a'))),
    ('homeowner', 'b', 'authenticated', jsonb_build_object('sub', pg_temp.id('homeowner_user', 'b'))),
    ('contractor', 'a', 'authenticated', jsonb_build_object('sub', pg_temp.id('contractor_user', 'a'))),
    ('contractor', 'b', 'authenticated', jsonb_build_object('sub', pg_temp.id('contractor_user', 'b'))),
    ('moderator', 'a', 'authenticated', jsonb_build_object('sub', pg_temp.id('staff', 'a'), 'app_metadata', '{"role": "moderator"}'::jsonb)),
    ('moderator', 'b', 'authenticated', jsonb_build_object('sub', pg_temp.id('staff', 'b'), 'app_metadata', '{"role": "moderator"}'::jsonb)),
    ('admin', null, 'authenticated', jsonb_build_object('sub', pg_temp.id('admin', ''), 'app_metadata', '{"role": "admin"}'::jsonb)),
    ('stranger', null, 'authenticated', jsonb_build_object('sub', pg_temp.id('stranger', ''), 'user_metadata', '{"role": "admin"}'::jsonb)),
    ('service', null, 'service_role', '{"role": "service_role"}'),
    ('anon', null, 'anon', '{"role": "anon"}');

create function pg_temp.as_actor(who text, whose text, statement text, prepare text default null) returns text language sql as $$
    select pg_temp.attempt(role, claims, pg_temp.filled(prepare, coalesce(whose, 'a')), pg_temp.filled(statement, coalesce(whose, 'a')))
      from actor where name = who and coalesce(tenant, 'a') = coalesce(whose, 'a')
$$;

-- Before anything is made: nobody is let in by default.
create temporary table before_all as select count(*)::int as accounts from bids.admin_users;

do $$
declare
    tenant text;
begin
    foreach tenant in array array['a', 'b'] loop
        execute pg_temp.filled($rows$
            insert into bids.homeowners (id, user_id) values ({homeowner}, {homeowner_user});
            insert into bids.contractors (id, user_id, company_name) values ({contractor}, {contractor_user}, 'Contractor');
            insert into bids.projects (id, homeowner_id) values ({project}, {homeowner}), ({spare_project}, {homeowner});
            insert into bids.agent_conversations (id, user_id, thread_id) values ({thread}, {homeowner_user}, {thread});
            insert into bids.bid_cards (id, project_id) values ({card}, {project});
            insert into bids.bid_cards (id, cia_thread_id) values ({thread_card}, {thread});
            insert into bids.contractor_bids (id, bid_card_id, contractor_id, amount) values ({bid}, {card}, {contractor}, 100);
            insert into bids.contractor_leads (id, company_name, contractor_id) values ({lead}, 'Lead', {contractor});
            insert into bids.discovery_runs (id, bid_card_id, status) values ({run}, {card}, 'complete');
            insert into bids.contractor_discovery_cache (id, bid_card_id) values ({cache}, {card});
            insert into bids.outreach_campaigns (id, bid_card_id) values ({campaign}, {card});
            insert into bids.campaign_contractors (id, campaign_id, contractor_lead_id) values ({covered}, {campaign}, {lead});
            insert into bids.campaign_check_ins (id, campaign_id, quarter, due_at) values ({check_in}, {campaign}, 1, now());
            insert into bids.contractor_outreach_attempts (id, contractor_lead_id, bid_card_id, campaign_id, channel, status)
            values ({attempt}, {lead}, {card}, {campaign}, 'email', 'sent');
            insert into bids.contractor_responses (id, contractor_id, bid_card_id, message, is_hot_lead)
            values ({response}, {lead}, {card}, 'Yes', true);
            insert into bids.followup_attempts (id, contractor_id, bid_card_id, attempt_number) values ({followup}, {lead}, {card}, 1);
            insert into bids.followup_logs (id, log_type, contractor_id, bid_card_id, message) values ({log}, 'info', {lead}, {card}, 'm');
            insert into bids.contractor_engagement_summary (contractor_lead_id) values ({lead});
            insert into bids.conversations (id, bid_card_id, contractor_id, homeowner_id) values ({conversation}, {card}, {contractor}, {homeowner});
            insert into bids.messaging_system_messages (id, conversation_id, sender_type, sender_user_id, filtered_content)
            values ({message}, {conversation}, 'contractor', {contractor_user}, 'Call me: …');
            insert into bids.message_originals (message_id, original_content) values ({message}, 'Call me: 555 0100');
            insert into bids.message_attachments (id, message_id, path, file_name, media_type, size_bytes)
            values ({attachment}, {message}, 'intelligent_messages/' || {attachment}, 'a.png', 'image/png', 1);
            insert into bids.blocked_messages_log (id, conversation_id, bid_card_id, sender_type, original_content)
            values ({blocked}, {conversation}, {card}, 'contractor', 'Pay me cash');
            insert into bids.agent_comments (id, conversation_id, agent_type, visibility, comment)
            values ({comment}, {conversation}, 'moderation', 'homeowner', 'c');
            insert into bids.notifications (id, user_id, kind, title) values ({notification}, {homeowner_user}, 'k', 't');
            insert into bids.broadcast_messages (id, audience, title, body, published_at) values ({broadcast}, 'homeowners', 't', 'b', now());
            insert into bids.broadcast_read_receipts (broadcast_id, user_id) values ({broadcast}, {homeowner_user});
            insert into bids.connection_fees (id, bid_id, contractor_id, amount) values ({fee}, {bid}, {contractor}, 10);
            insert into bids.referral_tracking (id, referral_code, referrer_user_id, referred_user_id)
            values ({referral}, 'CODE', {homeowner_user}, {contractor_user});
            insert into bids.admin_users (id, email) values ({staff}, {staff} || '@staff.example');
            insert into bids.admin_sessions (id, admin_user_id, token_digest, token_prefix, expires_at)
            values ({session}, {staff}, sha256({session}::bytea), 'p', now() + interval '1 hour');
            insert into bids.admin_activity_log (id, admin_user_id, action) values ({activity}, {staff}, 'login')
        $rows$, tenant);
    end loop;
end
$$;

-- Select, insert, update, delete: 1 a row, 0 none, x not allowed (42501), r append-only (23001), f still referred to (23503).
-- "own/foreign" where it differs. A stranger stands where a foreign homeowner stands, unless told otherwise.
create temporary table rule (nth serial, tbl text, pick text, new_row text, change text, prepare text,
    homeowner text, contractor text, moderator text, admin text, service text, stranger text);
insert into rule (tbl, pick, new_row, change, prepare, homeowner, contractor, moderator, admin, service, stranger) values
    ('homeowners', 'id = {homeowner}', '(user_id) values ({homeowner_user})', 'preferences = null', 'update bids.homeowners set user_id = null',
     '111x/0x0x', '0x0x', '1x0x', '1x0x', '111f', null),
    ('projects', 'id = {spare_project}', '(homeowner_id) values ({homeowner})', 'title = null', null,
     '1111/0x00', '0x00', '1x00', '1x00', '1111', null),
    ('contractors', 'id = {contractor}', $$(user_id, company_name) values ({contractor_user}, 'C')$$, 'about = null',
     'update bids.contractors set user_id = null', '1x0x/0x0x', '111x/0x0x', '1x0x', '1x0x', '111f', null),
    ('agent_conversations', 'id = {thread}', '(user_id) values ({homeowner_user})', 'last_message = null', null,
     '1xxx/0xxx', '0xxx', '0xxx', '1xxx', '1111', null),
    ('bid_cards', 'id = {card}', '(project_id) values ({project})', 'budget_max = 5', null,
     '1110/0x00', '1x00/0x00', '1x00', '111f', '111f', null),
    ('contractor_bids', 'id = {bid}', '(bid_card_id, contractor_id, amount) values ({card}, {contractor}, 1)', $$status = 'withdrawn'$$,
     $$update bids.contractor_bids set status = 'withdrawn'$$, '1xxx/0x0x', '111x/0x0x', '1x0x', '1x0x', '111f', null),
    ('contractor_leads', 'id = {lead}', $$(company_name) values ('L')$$, 'city = null', null, '0x00', '0x00', '0x00', '1111', '1111', null),
    ('potential_contractors', 'id = {lead}', $$(company_name) values ('L')$$, 'city = null', null, '0x00', '0x00', '0x00', '1111', '1111', null),
    ('discovery_runs', 'id = {run}', '(bid_card_id) values ({card})', 'radius_miles = 5', null,
     '1x0x/0x0x', '0x0x', '0x0x', '111x', '1111', null),
    ('contractor_discovery_cache', 'id = {cache}', '(bid_card_id) values ({card})', 'processing_time_ms = 5', null,
     '0xx0', '0xx0', '0xx0', '1xx1', '1111', null),
    ('outreach_campaigns', 'id = {campaign}', '(bid_card_id) values ({card})', 'name = null', null,
     '1x00/0x00', '0x00', '0x00', '1111', '1111', null),
    ('campaign_contractors', 'id = {covered}', '(campaign_id, contractor_lead_id) values ({campaign}, {lead})', 'reason = null',
     'delete from bids.campaign_contractors', '0x00', '0x00', '0x00', '1111', '1111', null),
    ('campaign_check_ins', 'id = {check_in}', '(campaign_id, quarter, due_at) values ({campaign}, 2, now())', 'checked_at = null', null,
     '0xxx', '0xxx', '0xxx', '1xxx', '1111', null),
    ('contractor_outreach_attempts', 'id = {attempt}', '(contractor_lead_id, bid_card_id) values ({lead}, {card})', 'error_code = null', null,
     '0xxx', '0xxx', '0xxx', '1xxx', '1111', null),
    ('contractor_responses', 'id = {response}', $$(contractor_id, bid_card_id, message) values ({lead}, {card}, 'm')$$, 'sentiment = null', null,
     '0xxx', '0xxx', '0xxx', '11xx', '1111', null),
    ('followup_attempts', 'id = {followup}', '(contractor_id, bid_card_id, attempt_number) values ({lead}, {card}, 2)', 'message = null', null,
     '0xxx', '0xxx', '0xxx', '1xxx', '1111', null),
    ('followup_logs', 'id = {log}', $$(message) values ('m')$$, 'details = null', null, '0xxx', '0xxx', '0xxx', '1xxx', '11rr', null),
    ('contractor_engagement_summary', 'contractor_lead_id = {lead}', '(contractor_lead_id) values ({lead})', 'opt_out_all = true',
     'delete from bids.contractor_engagement_summary', '0x0x', '0x0x', '0x0x', '1x1x', '1111', null),
    ('conversations', 'id = {conversation}', '(bid_card_id, contractor_id, homeowner_id) values ({card}, {contractor}, {homeowner})',
     $$status = 'closed'$$, 'delete from bids.conversations', '110x/0x0x', '110x/0x0x', '1x1x', '1x1x', '1111', null),
    ('messaging_system_messages', 'id = {message}', $$(conversation_id, sender_type, filtered_content) values ({conversation}, 'system', 'm')$$,
     'read_at = now()', null, '1x1x/0x0x', '1x0x/0x0x', '1x0x', '1x0x', '1111', null),
    ('message_originals', 'message_id = {message}', $$(message_id, original_content) values ({message}, 'm')$$, $$original_content = 'n'$$,
     'delete from bids.message_originals', '0xxx', '0xxx', '1xxx', '1xxx', '1111', null),
    ('message_attachments', 'id = {attachment}', $$(message_id, path, file_name, media_type, size_bytes)
      values ({message}, 'intelligent_messages/new.png', 'n', 'image/png', 1)$$, $$file_name = 'n'$$, null,
     '1xxx/0xxx', '1xxx/0xxx', '1xxx', '1xxx', '1111', null),
    ('blocked_messages_log', 'id = {blocked}', $$(sender_type, original_content) values ('system', 'm')$$, 'severity = 2', null,
     '0xxx', '0xxx', '1xxx', '1xxx', '11rr', null),
    ('agent_comments', 'id = {comment}', $$(conversation_id, agent_type, visibility, comment) values ({conversation}, 'a', 'both', 'c')$$,
     $$comment = 'd'$$, null, '1xxx/0xxx', '0xxx', '1xxx', '1xxx', '1111', null),
    ('notifications', 'id = {notification}', $$(user_id, kind, title) values ({homeowner_user}, 'k', 't')$$, 'read_at = now()', null,
     '1x11/0x00', '0x00', '0x00', '0x00', '1111', null),
    ('broadcast_messages', 'id = {broadcast}', $$(title, body) values ('t', 'b')$$, $$title = 'u'$$, null,
     '1x00', '0x00', '0x00', '1111', '1111', '0x00'),
    ('broadcast_read_receipts', 'broadcast_id = {broadcast}', '(broadcast_id, user_id) values ({broadcast}, {homeowner_user})', 'read_at = now()',
     'delete from bids.broadcast_read_receipts', '11xx/0xxx', '0xxx', '0xxx', '1xxx', '1111', null),
    ('connection_fees', 'id = {fee}', '(bid_id, contractor_id, amount) values ({bid}, {contractor}, 1)', $$status = 'paid'$$,
     'delete from bids.connection_fees', '0x0x', '1x0x/0x0x', '0x0x', '1x1x', '1111', null),
    ('referral_tracking', 'id = {referral}', $$(referral_code, referrer_user_id) values ('C', {homeowner_user})$$, $$status = 'void'$$, null,
     '1x0x/0x0x', '1x0x/0x0x', '0x0x', '1x1x', '1111', null),
    ('admin_users', 'id = {staff}', $$(email) values ('new@staff.example')$$, 'active = false', null,
     '0x0x', '0x0x', '1x0x/0x0x', '111x', '111f', null),
    ('admin_sessions', 'id = {session}', $$(admin_user_id, token_digest, token_prefix, expires_at)
      values ({staff}, sha256('n'), 'n', now() + interval '1 hour')$$, 'revoked_at = now()', null,
     '0x0x', '0x0x', '1x1x/0x0x', '1x1x', '1111', null),
    ('admin_activity_log', 'id = {activity}', $$(action) values ('a')$$, 'action = null', null,
     '0xxx', '0xxx', '0xxx', '1xxx', '11rr', null);

create temporary table verdict as
select r.nth, a.name, a.role, a.claims, v.verb, owner.tenant,
       format('%s%s %ss %s of tenant %s', a.name, coalesce(' ' || a.tenant, ''), v.verb, r.tbl, owner.tenant) as description,
       case v.verb when 'insert' then pg_temp.filled(r.prepare, owner.tenant) end as prepare,
       pg_temp.filled(case v.verb
           when 'select' then format('select from bids.%I where %s', r.tbl, r.pick)
           when 'insert' then format('insert into bids.%I %s returning %I', r.tbl, r.new_row, substring(r.pick from '\w+'))
           when 'update' then format('update bids.%I set %s where %s', r.tbl, r.change, r.pick)
           else format('delete from bids.%I where %s', r.tbl, r.pick) end, owner.tenant) as statement,
       case substring(case when a.tenant = owner.tenant then split_part(code, '/', 1) else substring(code from '[^/]+$') end from v.at for 1)
           when '1' then '1' when '0' then '0' when 'x' then '42501' when 'r' then '23001' when 'f' then '23503' end as expected
  from rule as r
 cross join actor as a
 cross join (values ('a'), ('b')) as owner (tenant)
 cross join (values ('select', 1), ('insert', 2), ('update', 3), ('delete', 4)) as v (verb, at)
 cross join lateral (select case a.name when 'homeowner' then r.homeowner when 'contractor' then r.contractor when 'moderator' then r.moderator
                                        when 'admin' then r.admin when 'service' then r.service when 'anon' then 'xxxx'
                                        else coalesce(r.stranger, r.homeowner) end as code) as told;

select plan((select count(*)::int from verdict) + 31);
select is((select accounts from before_all), 0, 'there is no admin account until somebody makes one');
select is((select count(*)::int from information_schema.tables where table_schema = 'bids'), (select count(*)::int from rule),
          'every table and view is judged');
select is(pg_temp.attempt(role, claims, prepare, statement), expected, description) from verdict order by nth, description;

-- Bids: the homeowner decides, the bidder withdraws, and that is that.
select is(pg_temp.as_actor('homeowner', 'a', $$update bids.contractor_bids set status = 'accepted' where id = {bid}$$), '1', 'a homeowner accepts a bid');
select is(pg_temp.as_actor('contractor', 'a', $$update bids.contractor_bids set status = 'accepted' where id = {bid}$$), '42501', 'no bidder accepts his own');
select is(pg_temp.as_actor('homeowner', 'a', $$update bids.contractor_bids set status = 'rejected' where id = {bid}$$,
                           $$update bids.contractor_bids set status = 'accepted'$$), '0', 'what is decided stays so');
select is(pg_temp.as_actor('contractor', 'a', 'update bids.contractor_bids set amount = 1 where id = {bid}'), '42501', 'terms are written once');
select is(pg_temp.as_actor('contractor', 'a', 'insert into bids.contractor_bids (bid_card_id, contractor_id, amount) values ({thread_card}, {contractor}, 1)'),
          '42501', 'nobody bids on a card that he was not offered');

-- Cards.
select is(pg_temp.as_actor('homeowner', 'a', 'select from bids.bid_cards where id = {thread_card}'), '1', 'a card without a project is its thread''s person''s');
select is(pg_temp.as_actor('homeowner', 'a', 'select from bids.bid_cards'), '2', 'a homeowner sees no card but his own');
select is(pg_temp.as_actor('contractor', 'a', 'select from bids.bid_cards'), '1', 'a contractor sees no card but those offered to him');
select is(pg_temp.as_actor('homeowner', 'a', 'update bids.bid_cards set cia_thread_id = null'), '42501', 'the thread of a card stays');
select is(pg_temp.as_actor('homeowner', 'a', $$update bids.bid_cards set status = 'complete' where id = {card}$$), '42501',
          'a homeowner completes no card by hand');
select is(pg_temp.as_actor('homeowner', 'a', $$insert into bids.bid_cards (project_id, status) values ({project}, 'complete')$$), '42501',
          'nor makes one that is complete');
select is(pg_temp.as_actor('homeowner', 'a', $$insert into bids.bid_cards (project_id, cia_thread_id) values ({project}, 'somebody else''s')$$),
          '42501', 'or one in a stranger''s thread');
select is(pg_temp.as_actor('homeowner', 'a',
                           'insert into bids.conversations (bid_card_id, contractor_id, homeowner_id) values ({thread_card}, {contractor}, {homeowner})'),
          '42501', 'a bid on one card opens no conversation about another');
select is(pg_temp.as_actor('service', null, $$insert into bids.agent_conversations (user_id, thread_id) values ({contractor_user}, {thread})$$), '23P01',
          'a thread has one person');

-- What is not for everybody's hands or eyes.
select is(pg_temp.as_actor('homeowner', 'a', 'update bids.homeowners set total_spent = 1'), '42501', 'rollups are not for homeowners'' hands');
select is(pg_temp.as_actor('contractor', 'a', 'update bids.contractors set license_verified = true'), '42501', 'nor are checks for contractors''');
select is(pg_temp.as_actor('admin', null, 'select password_hash from bids.admin_users'), '42501', 'hashes are for nobody''s eyes');
select is(pg_temp.as_actor('admin', null, 'select token_digest from bids.admin_sessions'), '42501', 'nor are digests');
select is(pg_temp.as_actor('admin', null, 'update bids.contractor_engagement_summary set total_responses = 1'), '42501', 'nobody writes rollups by hand');
select is(pg_temp.as_actor('contractor', 'a', $$select from bids.agent_comments$$, $$update bids.agent_comments set visibility = 'contractor'$$), '1',
          'a comment for contractors is read by the contractor');
select is(pg_temp.as_actor('homeowner', 'a', $$select from bids.agent_comments$$, $$update bids.agent_comments set visibility = 'moderators'$$), '0',
          'a comment for moderators by no homeowner');
select is(pg_temp.as_actor('homeowner', 'a', 'select from bids.broadcast_messages', 'update bids.broadcast_messages set published_at = null'), '0',
          'a draft is broadcast to nobody');
select is(pg_temp.as_actor('anon', null, 'select engine.bids_card_ids()'), '42501', 'anon asks for no cards');

-- Constraints and guards that hold for the service too.
select is(pg_temp.as_actor('service', null, 'insert into bids.followup_attempts (contractor_id, bid_card_id, attempt_number) values ({lead}, {card}, 1)'),
          '23505', 'a follow-up has its number once');
select is(pg_temp.as_actor('service', null, 'insert into bids.followup_attempts (contractor_id, bid_card_id, attempt_number) values ({lead}, {card}, 4)'),
          '23514', 'and there is no fourth');
select is(pg_temp.as_actor('service', null, 'insert into bids.conversations (bid_card_id, contractor_id, homeowner_id) values ({card}, {contractor}, {homeowner})'),
          '23505', 'a card, a contractor and a homeowner have one conversation');
select is(pg_temp.as_actor('service', null, 'delete from bids.blocked_messages_log where id = {old_blocked}',
                           $$insert into bids.blocked_messages_log (id, sender_type, original_content, blocked_at)
                             values ({old_blocked}, 'system', 'm', now() - interval '366 days')$$), '1', 'what was blocked goes after a year');
select is((select bool_and(last_message_at is not null) from bids.conversations), true, 'a message moves its conversation up');
update bids.contractor_responses set is_hot_lead = false;
select is((select bool_and(is_hot_lead) from bids.contractor_responses), true, 'hot stays hot');

select finish();
rollback;
