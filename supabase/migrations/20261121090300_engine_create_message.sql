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
    unique (pack, key, language, tone)
);
comment on table engine.template is 'Liquid templates. An unknown variable refuses the send instead of mailing a hole.';

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
    updated_at    timestamptz not null default engine.now(),
    primary key (pack, tenant, channel)
);
comment on table engine.sender_identity is 'Who a tenant''s messages are from, per channel. Kept in step by the packs'' triggers.';
comment on column engine.sender_identity.secret_name is 'Name of the password in the vault.';

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
    template_key  text,
    language      text,
    tone          text,
    variables     jsonb       not null default '{}',
    subject       text,
    body_text     text,
    status        text        not null check (status in (
        'planned', 'claimed', 'submitting', 'uncertain', 'accepted', 'sent', 'delivered', 'read', 'opened', 'clicked', 'replied',
        'failed', 'bounced', 'complained', 'suppressed', 'cancelled', 'skipped', 'received')),
    reason        text,
    rule          text,
    decided_at    timestamptz,
    provider      text,
    provider_id   text,
    reference     text unique,
    in_reply_to   uuid references engine.message (id),
    planned_at    timestamptz,
    expires_at    timestamptz,
    submitting_at timestamptz,
    uncertain_at  timestamptz,
    sent_at       timestamptz,
    replied_at    timestamptz,
    received_at   timestamptz,
    created_at    timestamptz not null default engine.now()
) with (fillfactor = 85);
comment on table engine.message is 'One row per intended send or received message, made before any provider is called.';
comment on column engine.message.id is 'UUIDv5 of pack, subject, step and visit for sends; of the provider''s event for what is received.';
comment on column engine.message.reference is 'The Message-ID that a mail carries, without angle brackets, by which its answer is recognised.';
comment on column engine.message.reason is 'Why it was not sent, or why it waits; machine-readable.';
create index message_subject on engine.message (pack, subject_kind, subject_id, created_at);
create index message_tenant on engine.message (pack, tenant);
create index message_addresses on engine.message (their_hash, our_address, created_at desc);
create index message_in_reply_to on engine.message (in_reply_to);
create index message_outbox on engine.message (sent_at desc, id) where provider = 'outbox';

-- An emergency stop: while a row is there, nothing it covers begins to be submitted.
create table engine.brake (
    pack    text        not null default '*',
    tenant  text        not null default '*',
    channel text        not null default '*',
    reason  text        not null,
    since   timestamptz not null default engine.now(),
    primary key (pack, tenant, channel)
);
comment on table engine.brake is 'Emergency stops; * stands for all.';

alter table engine.template enable row level security;
alter table engine.sender_identity enable row level security;
alter table engine.message enable row level security;
alter table engine.brake enable row level security;
grant select, insert, update, delete on engine.template, engine.sender_identity, engine.message, engine.brake to service_role;
