-- What was reported of a message and what was decided about it, both append-only.

create table engine.message_event (
    id          bigint generated always as identity primary key,
    message     uuid                  not null references engine.message (id) on delete cascade,
    event       engine.message_status not null,
    at          timestamptz           not null,
    provider    text                  not null,
    event_id    text                  not null,
    detail      jsonb                 not null default '{}',
    recorded_at timestamptz           not null default engine.now(),
    unique (message, event, provider, event_id)
);
comment on table engine.message_event is 'What providers and answers reported of a message; the message row is its fold.';
comment on column engine.message_event.event_id is 'The provider''s own, or the digest of what it said: told twice is told once.';
create trigger message_event_append_only before update or delete on engine.message_event
    for each row execute function engine.refuse_rewrite();

create table engine.verdict (
    id      bigint generated always as identity primary key,
    message uuid        not null references engine.message (id) on delete cascade,
    at      timestamptz not null,
    verdict text        not null check (verdict in ('send', 'defer', 'refuse', 'cancel', 'uncertain')),
    rule    text        not null,
    reason  text,
    until   timestamptz
);
comment on table engine.verdict is 'Every decision about a message that differs from the one before it.';
create index verdict_message on engine.verdict (message, id);
create trigger verdict_append_only before update or delete on engine.verdict
    for each row execute function engine.refuse_rewrite();

-- What a message row says of the decision about it; null where it tells of its fate instead.
create function engine.verdict_of(status engine.message_status, rule text) returns text
    language sql immutable
    set search_path = ''
return case
    when rule is null then null
    when status = 'submitting' then 'send'
    when rule = 'clear' then null
    when status in ('planned', 'claimed') then 'defer'
    when status = 'uncertain' then 'uncertain'
    when status = 'cancelled' then 'cancel'
    when status in ('suppressed', 'skipped', 'failed') then 'refuse'
end;
revoke execute on function engine.verdict_of(engine.message_status, text) from public;

-- The row has the decision in force, this keeps the history. A trigger, so that no way of deciding can forget it.
create function engine.keep_verdicts() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if tg_op = 'INSERT' then
        insert into engine.verdict (message, at, verdict, rule, reason, until)
        select id, coalesce(decided_at, engine.now()), engine.verdict_of(status, rule), rule, reason, held_until
          from written
         where engine.verdict_of(status, rule) is not null;
    else
        insert into engine.verdict (message, at, verdict, rule, reason, until)
        select w.id, coalesce(w.decided_at, engine.now()), engine.verdict_of(w.status, w.rule), w.rule, w.reason, w.held_until
          from written w join before b on b.id = w.id
         where engine.verdict_of(w.status, w.rule) is not null
           and (engine.verdict_of(w.status, w.rule), w.rule, w.reason, w.held_until)
               is distinct from (engine.verdict_of(b.status, b.rule), b.rule, b.reason, b.held_until);
    end if;
    return null;
end
$$;
revoke execute on function engine.keep_verdicts() from public;
create trigger message_keep_verdicts_insert after insert on engine.message
    referencing new table as written for each statement execute function engine.keep_verdicts();
create trigger message_keep_verdicts_update after update on engine.message
    referencing old table as before new table as written for each statement execute function engine.keep_verdicts();

-- Who may read a message may read what was said of it.
alter table engine.message_event enable row level security;
create policy message_event_with_message on engine.message_event for select to authenticated
    using (exists (select from engine.message m where m.id = message_event.message));
alter table engine.verdict enable row level security;
create policy verdict_with_message on engine.verdict for select to authenticated
    using (exists (select from engine.message m where m.id = verdict.message));
grant select on engine.message_event, engine.verdict to authenticated;
grant select, insert, update, delete on engine.message_event, engine.verdict to service_role;
