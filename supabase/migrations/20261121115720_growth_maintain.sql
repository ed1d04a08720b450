-- What keeps the tables small and honest.

-- Active leads by how long nobody wrote: the nightly archiving looks at the idle end alone.
create index lead_memory_idle on growth.lead_memory (last_submitted_at) where current_tag = 'Active';

-- Whether an address looks like a test's: "test" as a whole token, or a domain that RFC 2606 and RFC 6761 keep for such. A
-- suggestion that a human confirms: some people are called Test.
create function growth.looks_like_test(email text) returns boolean
    language sql immutable
    set search_path = ''
return regexp_split_to_array(lower(email), '[^a-z0-9]+') && '{test,tests,testing,tester}'
    or lower(email) ~ '@(.+\.)?(example\.(com|net|org)|example|test|invalid|localhost)$';
revoke execute on function growth.looks_like_test(text) from public;
grant execute on function growth.looks_like_test(text) to service_role;

-- The person goes, the lead stays as a deleted one: conversions and insights stand on it. What somebody wrote about why it was reverted
-- may name the person and goes, too, the history's lines being rewritten for nothing else.
create function growth.erase_leads(p_client text, p_emails text[], p_now timestamptz) returns integer
    language plpgsql security definer
    set search_path = ''
as $$
declare
    erased uuid[];
begin
    with forgotten as (
        update growth.lead_memory
           set email = 'erased-' || id || '@erased.invalid', name = 'erased', message = null, ai_summary = null, relationship_insight = null,
               current_tag = 'Deleted', last_updated = p_now
         where client_id::text = p_client and lower(email) = any (p_emails)
        returning id
    )
    select array_agg(id) into erased from forgotten;
    update growth.growth_brain
       set learning_snapshot = learning_snapshot
                               || case event_type when 'conversion' then '{"lead_name": "erased"}'::jsonb else '{"reason": "erased"}' end,
           insight_text = 'Lead erased'
     where client_id::text = p_client and event_type in ('conversion', 'reversion') and learning_snapshot ->> 'lead_id' = any (erased::text[]);
    perform pg_catalog.set_config('engine.erasing', 'on', true);
    update growth.lead_actions set reversion_reason = 'erased' where lead_id = any (erased) and reversion_reason is not null;
    perform pg_catalog.set_config('engine.erasing', '', true);
    insert into growth.lead_actions (lead_id, client_id, action_type, tag, is_test, "timestamp", detail)
    select id, client_id, 'update', 'Deleted', is_test, p_now, 'erased' from growth.lead_memory where id = any (erased);
    return coalesce(cardinality(erased), 0);
end
$$;
comment on function growth.erase_leads(text, text[], timestamptz) is 'ringback: forgets whom these addresses of a client''s leads reach';
revoke execute on function growth.erase_leads(text, text[], timestamptz) from public;
grant execute on function growth.erase_leads(text, text[], timestamptz) to service_role;

-- As much of a business as tells whom it is: the row stays, with its scores, and what it was written keeps its times.
create function growth.erase_prospects(p_addresses text[]) returns integer
    language plpgsql security definer
    set search_path = ''
as $$
declare
    erased uuid[];
begin
    with forgotten as (
        update growth.prospect_candidates
           set business_name = 'erased-' || id, website = null, contact_email = null, form_url = null
         where lower(contact_email) = any (p_addresses) or form_url = any (p_addresses)
        returning id
    )
    select array_agg(id) into erased from forgotten;
    update growth.prospect_outreach_log set email_subject = 'erased', email_body = 'erased' where prospect_id = any (erased);
    return coalesce(cardinality(erased), 0);
end
$$;
comment on function growth.erase_prospects(text[]) is 'ringback: forgets the businesses that these addresses reach';
revoke execute on function growth.erase_prospects(text[]) from public;
grant execute on function growth.erase_prospects(text[]) to service_role;
