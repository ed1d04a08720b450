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
