-- What providers tell us: stored once under their event id, answered, then worked.

create table engine.inbox (
    id           uuid        primary key default gen_random_uuid(),
    provider     text        not null,
    account      text        not null default '',
    event_id     text        not null,
    content_type text,
    query        text,
    body         bytea       not null,
    received_at  timestamptz not null default engine.now(),
    processed_at timestamptz,
    result       text,
    message      uuid references engine.message (id) on delete set null,
    unique (provider, account, event_id)
);
comment on table engine.inbox is 'Verified webhook bodies as they came; bodies are dropped after 90 days.';
comment on column engine.inbox.query is 'Of the address that it was sent to, as it stood there: which of our messages it reports on, where we said so.';
comment on column engine.inbox.message is 'The message that it became: whose tenant''s it is, and whose erasure empties the body.';
comment on column engine.inbox.result is 'What became of it: the machine-readable answer of the work that followed.';
create index inbox_message on engine.inbox (message) where message is not null;

alter table engine.inbox enable row level security;
grant select, insert, update, delete on engine.inbox to service_role;

-- Enqueues the work of arrivals, each for itself and due when it came: of two events the earlier is worked first.
create function engine.enqueue_arrivals(p_ids uuid[]) returns integer
    language sql security definer
    set search_path = ''
as $$
    select engine.enqueue_all(array_agg(row('engine', 'engine.inbox', null, 'inbox', id::text, 'engine.inbox:' || id, received_at, null,
                                            false)::engine.new_work), 'keep')
      from engine.inbox where id = any (p_ids) and processed_at is null
$$;
revoke execute on function engine.enqueue_arrivals(uuid[]) from public;
grant execute on function engine.enqueue_arrivals(uuid[]) to service_role;

-- Few arrivals have work at once; those of a burst are one piece of work, which enqueues theirs when the burst has been taken in.
create function engine.enqueue_inbox() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    few constant integer := 8;
    ids          uuid[];
begin
    select array_agg(id) into ids from arrived;
    if cardinality(ids) <= few then
        perform engine.enqueue_arrivals(ids);
    elsif ids is not null then
        perform engine.enqueue('engine', 'engine.inbox-burst', null, 'inbox-burst', ids[1]::text, 'engine.inbox-burst:' || ids[1], engine.now(),
                               jsonb_build_object('arrivals', ids));
    end if;
    return null;
end
$$;
revoke execute on function engine.enqueue_inbox() from public;
create trigger inbox_enqueue after insert on engine.inbox
    referencing new table as arrived for each statement execute function engine.enqueue_inbox();

-- Takes in a group of arrivals, once per event, and answers the places (from 0) of those that are new. Inserted in the order of their
-- keys, so that two instances with the same events wait for each other and don't lock each other out. One call of the login role is
-- the whole transaction: without the round trips of taking a role, and planned once per session.
create function engine.take_in(
    p_providers text[], p_event_ids text[], p_content_types text[], p_queries text[], p_bodies bytea[], p_sinces timestamptz[],
    p_now timestamptz, p_wakes_itself boolean
) returns setof integer
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan set lock_timeout = '15s'
as $$
begin
    perform pg_catalog.set_config('engine.now', p_now::text, true),
            pg_catalog.set_config('engine.rung', case when p_wakes_itself then 'on' else '' end, true);
    return query
    with arrived as (
        select provider, event_id, content_type, query, body, least(since, p_now) as since, (place - 1)::integer as place
          from unnest(p_providers, p_event_ids, p_content_types, p_queries, p_bodies, p_sinces)
               with ordinality as a (provider, event_id, content_type, query, body, since, place)
    ), stored as (
        insert into engine.inbox as i (provider, event_id, content_type, query, body, received_at)
        select provider, event_id, content_type, query, body, since from arrived order by provider, event_id, place
        on conflict (provider, account, event_id) do nothing
        returning i.provider, i.event_id
    )
    select min(a.place) from stored s join arrived a using (provider, event_id) group by provider, event_id;
end
$$;
revoke execute on function engine.take_in(text[], text[], text[], text[], bytea[], timestamptz[], timestamptz, boolean) from public;
grant execute on function engine.take_in(text[], text[], text[], text[], bytea[], timestamptz[], timestamptz, boolean) to ringback, service_role;
