-- The truth about sends: templates, senders, and one row per intended send or received message.

create table engine.template (
    id        bigint generated always as identity primary key,
    pack      text    not null,
    key       text    not null,
    language  text    not null,
    tone      text    not null default 'Neutral',
    version   integer not null default 1,
    subject   text    not null,
    body_text text    not null,
    approved_name     text,
    approved_language text,
    parameters        text[] not null default '{}',
    unique (pack, key, language, tone)
);
comment on table engine.template is 'Liquid templates. An unknown variable refuses the send instead of mailing a hole.';
comment on column engine.template.approved_name is 'Under which WhatsApp has approved it; null for what is said freely.';
comment on column engine.template.parameters is 'Variables that fill the approved template, in order.';

create table engine.sender_identity (
    pack          text        not null,
    tenant        text        not null,
    channel       text        not null check (channel in ('email', 'sms', 'voice', 'whatsapp', 'web_form')),
    display_name  text        not null,
    address       text,
    smtp_host     text,
    smtp_port     integer     check (smtp_port between 1 and 65535),
    smtp_username text,
    secret_name   text,
    provider      text,
    account       text,
    daily_cap     integer     check (daily_cap > 0),
    min_gap       interval    check (min_gap > interval '0'),
    ramp_from     timestamptz,
    ramp_step     integer     check (ramp_step > 0),
    updated_at    timestamptz not null default engine.now(),
    primary key (pack, tenant, channel),
    constraint sender_identity_ramp check ((ramp_from is null) = (ramp_step is null))
);
comment on table engine.sender_identity is 'Who a tenant''s messages are from, per channel. Kept in step by the packs'' triggers.';
comment on column engine.sender_identity.secret_name is 'Name of the password or key in the vault.';
comment on column engine.sender_identity.account is 'The tenant''s own at the provider: account, phone number or connection id.';
comment on column engine.sender_identity.daily_cap is 'Messages per UTC day, counted from when the sender first had a limit.';
comment on column engine.sender_identity.ramp_step is 'A new sender''s cap: so many on the day of ramp_from, as many more on each day after it, up to daily_cap.';

-- How many messages the sender may begin to submit on the UTC day of `at`; null for any number.
create function engine.daily_limit(sender engine.sender_identity, at timestamptz) returns integer
    language sql immutable
    set search_path = ''
return case
    when sender.ramp_step is null then sender.daily_cap
    else least(sender.daily_cap,
               sender.ramp_step * (1 + greatest(0, (at at time zone 'UTC')::date - (sender.ramp_from at time zone 'UTC')::date)))
end;
revoke execute on function engine.daily_limit(engine.sender_identity, timestamptz) from public;
grant execute on function engine.daily_limit(engine.sender_identity, timestamptz) to service_role;

-- In the order of their rank: a message has the highest that was ever reported of it, so order and repetition of reports
-- don't matter. Before `suppressed` it can still leave; from `accepted` on a provider has it.
create type engine.message_status as enum (
    'planned', 'claimed', 'submitting', 'uncertain', 'suppressed', 'skipped', 'cancelled', 'accepted', 'sent', 'failed', 'delivered', 'bounced',
    'opened', 'read', 'clicked', 'replied', 'complained', 'received');

create table engine.message (
    id            uuid        primary key,
    pack          text        not null,
    tenant        text        not null,
    subject_kind  text        not null,
    subject_id    text        not null,
    step          text        not null,
    direction     text        not null check (direction in ('out', 'in')),
    channel       text        not null check (channel in ('email', 'sms', 'voice', 'whatsapp', 'web_form')),
    our_address   text,
    their_address text        not null,
    their_hash    bytea       not null,
    their_key_id  text,
    template_key  text,
    language      text,
    tone          text,
    variables     jsonb       not null default '{}',
    subject       text,
    body_text     text,
    purpose       text        not null default 'conversation',
    status        engine.message_status not null,
    reason        text,
    rule          text,
    held_until    timestamptz,
    decided_at    timestamptz,
    stop_reason   text,
    settled_at    timestamptz,
    counted_on    date,
    provider      text,
    provider_id   text,
    reference     text unique,
    in_reply_to   uuid references engine.message (id),
    cause_at      timestamptz,
    planned_at    timestamptz,
    expires_at    timestamptz,
    submitting_at timestamptz,
    uncertain_at  timestamptz,
    accepted_at   timestamptz,
    sent_at       timestamptz,
    failed_at     timestamptz,
    delivered_at  timestamptz,
    bounced_at    timestamptz,
    opened_at     timestamptz,
    read_at       timestamptz,
    clicked_at    timestamptz,
    replied_at    timestamptz,
    complained_at timestamptz,
    received_at   timestamptz,
    created_at    timestamptz not null default engine.now()
) with (fillfactor = 85);
comment on table engine.message is 'One row per intended send or received message, made before any provider is called.';
comment on column engine.message.id is 'UUIDv5 of pack, subject, step and visit for sends; of the provider''s event for what is received.';
comment on column engine.message.their_key_id is 'Which key made their_hash: it takes a no where the address was erased.';
comment on column engine.message.reference is 'The Message-ID that a mail carries, without angle brackets, by which its answer is recognised.';
comment on column engine.message.reason is 'Why it was not sent, or why it waits; machine-readable.';
comment on column engine.message.held_until is 'Until when it waits, where its rule knows.';
comment on column engine.message.stop_reason is 'Set while it was being submitted: it must not be submitted again.';
comment on column engine.message.settled_at is 'When an uncertain message was given up: nobody will ask about it again.';
comment on column engine.message.uncertain_at is 'When the first submission began of which nobody knows whether it was one.';
comment on column engine.message.counted_on is 'The UTC day whose cap it was counted in.';
comment on column engine.message.cause_at is 'When that happened which it answers; null where it has no cause but its plan.';
create index message_subject on engine.message (pack, subject_kind, subject_id, created_at);
create index message_tenant on engine.message (pack, tenant);
create index message_addresses on engine.message (their_hash, our_address, created_at desc);
create index message_in_reply_to on engine.message (in_reply_to);
create index message_provider on engine.message (provider, provider_id) where provider_id is not null;
create index message_person on engine.message (their_hash, submitting_at) where submitting_at is not null;
create index message_heard on engine.message (their_hash, received_at) where received_at is not null;
create index message_unclear on engine.message (submitting_at) where status in ('submitting', 'uncertain') and settled_at is null;
create index message_outbox on engine.message (sent_at desc, id) where provider = 'outbox';

alter table engine.template enable row level security;
alter table engine.sender_identity enable row level security;
alter table engine.message enable row level security;
grant select, insert, update, delete on engine.template, engine.sender_identity, engine.message to service_role;
