-- Moderated messaging between a homeowner and a contractor about a card.

create table bids.conversations (
    id              uuid primary key default gen_random_uuid(),
    bid_card_id     uuid not null references bids.bid_cards (id) on delete cascade,
    contractor_id   uuid not null references bids.contractors (id) on delete cascade,
    homeowner_id    uuid not null references bids.homeowners (id) on delete cascade,
    status          text not null default 'open' check (status in ('open', 'closed')),
    last_message_at timestamptz,
    created_at      timestamptz not null default engine.now(),
    updated_at      timestamptz not null default engine.now(),
    constraint conversations_one_per_pair unique (bid_card_id, contractor_id, homeowner_id)
);
create index conversations_contractor on bids.conversations (contractor_id, last_message_at desc);
create index conversations_homeowner on bids.conversations (homeowner_id, last_message_at desc);
comment on table bids.conversations is 'One per card, contractor and homeowner';
comment on column bids.conversations.contractor_id is 'The registered contractor';
comment on column bids.conversations.status is 'ringback: closed by a moderator, it takes no more messages';
comment on column bids.conversations.last_message_at is 'Mirrors the newest message, by trigger';
comment on column bids.conversations.created_at is 'ringback: when it was opened';
comment on column bids.conversations.updated_at is 'ringback: last change, by trigger';
create trigger conversations_stamp before update on bids.conversations
    for each row execute function bids.stamp_updated_at();

create table bids.messaging_system_messages (
    id               uuid primary key default gen_random_uuid(),
    conversation_id  uuid not null references bids.conversations (id) on delete cascade,
    sender_type      text not null check (sender_type in ('homeowner', 'contractor', 'agent', 'system')),
    sender_user_id   uuid,
    filtered_content text not null,
    agent_decision   text not null default 'approved' check (agent_decision in ('approved', 'redacted')),
    threats_detected jsonb not null default '[]'::jsonb,
    confidence_score numeric(3, 2) check (confidence_score between 0 and 1),
    read_at          timestamptz,
    created_at       timestamptz not null default engine.now()
);
create index messaging_system_messages_conversation on bids.messaging_system_messages (conversation_id, created_at desc);
create index messaging_system_messages_sender on bids.messaging_system_messages (sender_user_id, created_at desc);
comment on table bids.messaging_system_messages is 'Approved and redacted messages; written by the service after the decision';
comment on column bids.messaging_system_messages.id is 'ringback: key';
comment on column bids.messaging_system_messages.sender_type is 'ringback: homeowner, contractor, agent or system';
comment on column bids.messaging_system_messages.sender_user_id is 'ringback: the auth user who wrote; null for agent and system';
comment on column bids.messaging_system_messages.filtered_content is 'What both sides read';
comment on column bids.messaging_system_messages.agent_decision is 'approved or redacted; what is blocked goes to blocked_messages_log alone';
comment on column bids.messaging_system_messages.threats_detected is 'Kinds and rules, never the words themselves';
comment on column bids.messaging_system_messages.read_at is 'ringback: when the receiver read it';

create function bids.mirror_last_message() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    update bids.conversations as c
       set last_message_at = newest.at
      from (select conversation_id, max(created_at) as at from written group by conversation_id) as newest
     where c.id = newest.conversation_id
       and (c.last_message_at is null or c.last_message_at < newest.at);
    return null;
end
$$;
create trigger messaging_system_messages_mirror after insert on bids.messaging_system_messages
    referencing new table as written for each statement execute function bids.mirror_last_message();

-- Apart from the messages, because a policy hides rows and not columns.
create table bids.message_originals (
    message_id       uuid primary key references bids.messaging_system_messages (id) on delete cascade,
    original_content text not null,
    created_at       timestamptz not null default engine.now()
);
comment on table bids.message_originals is 'ringback: what the sender of a redacted message wrote; for moderators alone';
comment on column bids.message_originals.message_id is 'ringback: the redacted message';
comment on column bids.message_originals.original_content is 'ringback: as it was written';
comment on column bids.message_originals.created_at is 'ringback: when it was written';

create table bids.message_attachments (
    id         uuid primary key default gen_random_uuid(),
    message_id uuid not null references bids.messaging_system_messages (id) on delete cascade,
    bucket     text not null default 'project-images' check (bucket = 'project-images'),
    path       text not null constraint message_attachments_path_key unique check (path ~ '^intelligent_messages/[^/]+$'),
    file_name  text not null,
    media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic', 'application/pdf')),
    size_bytes integer not null check (size_bytes between 1 and 10485760),
    created_at timestamptz not null default engine.now()
);
create index message_attachments_message on bids.message_attachments (message_id);
comment on table bids.message_attachments is 'Files of a message, in a private bucket, read by signed links';
comment on column bids.message_attachments.id is 'ringback: key';
comment on column bids.message_attachments.bucket is 'ringback: the Storage bucket';
comment on column bids.message_attachments.path is 'ringback: intelligent_messages/{timestamp}_{uuid}_{cleaned file name}';
comment on column bids.message_attachments.file_name is 'ringback: the name to show';
comment on column bids.message_attachments.media_type is 'ringback: as found in the bytes, not as claimed';
comment on column bids.message_attachments.size_bytes is 'ringback: at most 10 MiB';
comment on column bids.message_attachments.created_at is 'ringback: upload';

create table bids.blocked_messages_log (
    id               uuid primary key default gen_random_uuid(),
    conversation_id  uuid references bids.conversations (id) on delete set null,
    bid_card_id      uuid references bids.bid_cards (id) on delete set null,
    sender_type      text not null check (sender_type in ('homeowner', 'contractor', 'agent', 'system')),
    sender_user_id   uuid,
    original_content text not null,
    threats_detected jsonb not null default '[]'::jsonb,
    confidence_score numeric(3, 2) check (confidence_score between 0 and 1),
    severity         smallint not null default 1 check (severity between 1 and 5),
    blocked_at       timestamptz not null default engine.now()
);
create index blocked_messages_log_card on bids.blocked_messages_log (bid_card_id, blocked_at desc);
create index blocked_messages_log_conversation on bids.blocked_messages_log (conversation_id, blocked_at desc);
create index blocked_messages_log_sender on bids.blocked_messages_log (sender_user_id, blocked_at desc);
create index blocked_messages_log_age on bids.blocked_messages_log (blocked_at);
comment on table bids.blocked_messages_log is 'Messages that nobody received, for audit; kept 365 days';
comment on column bids.blocked_messages_log.id is 'ringback: key';
comment on column bids.blocked_messages_log.conversation_id is 'ringback: where it was to go';
comment on column bids.blocked_messages_log.sender_type is 'ringback: homeowner, contractor, agent or system';
comment on column bids.blocked_messages_log.sender_user_id is 'ringback: the auth user who wrote';
comment on column bids.blocked_messages_log.original_content is 'ringback: as it was written';
comment on column bids.blocked_messages_log.threats_detected is 'ringback: kinds, rules and what they found';
comment on column bids.blocked_messages_log.confidence_score is 'ringback: of the decision';
comment on column bids.blocked_messages_log.severity is 'ringback: 1 to 5, the weight in the security score';
create trigger blocked_messages_log_append_only before update on bids.blocked_messages_log
    for each row execute function engine.refuse_rewrite();
create trigger blocked_messages_log_kept before delete on bids.blocked_messages_log
    for each row when (old.blocked_at > engine.now() - interval '365 days') execute function engine.refuse_rewrite();

create table bids.agent_comments (
    id              uuid primary key default gen_random_uuid(),
    conversation_id uuid not null references bids.conversations (id) on delete cascade,
    message_id      uuid references bids.messaging_system_messages (id) on delete cascade,
    agent_type      text not null,
    visibility      text not null check (visibility in ('homeowner', 'contractor', 'both', 'moderators')),
    comment         text not null,
    created_at      timestamptz not null default engine.now()
);
create index agent_comments_conversation on bids.agent_comments (conversation_id, created_at desc);
create index agent_comments_message on bids.agent_comments (message_id);
create index agent_comments_visibility on bids.agent_comments (visibility, conversation_id);
comment on table bids.agent_comments is 'What an agent remarks on a conversation';
comment on column bids.agent_comments.id is 'ringback: key';
comment on column bids.agent_comments.conversation_id is 'ringback: the conversation';
comment on column bids.agent_comments.message_id is 'ringback: the message that it is about, if one';
comment on column bids.agent_comments.agent_type is 'ringback: which agent';
comment on column bids.agent_comments.visibility is 'ringback: who reads it: homeowner, contractor, both or moderators alone';
comment on column bids.agent_comments.comment is 'ringback: the remark';
comment on column bids.agent_comments.created_at is 'ringback: when it was made';

alter table bids.conversations enable row level security;
alter table bids.messaging_system_messages enable row level security;
alter table bids.message_originals enable row level security;
alter table bids.message_attachments enable row level security;
alter table bids.blocked_messages_log enable row level security;
alter table bids.agent_comments enable row level security;

-- The bucket itself, where Storage is: private, whatever the document's public links say, and also where the document's
-- application had already made it public.
do $$
begin
    if to_regclass('storage.buckets') is not null then
        execute $bucket$
            insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
            values ('project-images', 'project-images', false, 10485760,
                    array['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic', 'application/pdf'])
            on conflict (id) do update
                set public = excluded.public, file_size_limit = excluded.file_size_limit,
                    allowed_mime_types = excluded.allowed_mime_types $bucket$;
    end if;
end
$$;
