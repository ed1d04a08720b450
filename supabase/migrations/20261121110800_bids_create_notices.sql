-- What the marketplace tells its people: notifications to one, broadcasts to many.

create table bids.notifications (
    id          uuid primary key default gen_random_uuid(),
    user_id     uuid not null,
    kind        text not null,
    title       text not null,
    body        text,
    data        jsonb not null default '{}'::jsonb,
    bid_card_id uuid references bids.bid_cards (id) on delete cascade,
    read_at     timestamptz,
    created_at  timestamptz not null default engine.now()
);
create index notifications_user on bids.notifications (user_id, created_at desc);
create index notifications_unread on bids.notifications (user_id, created_at desc) where read_at is null;
create index notifications_card on bids.notifications (bid_card_id, created_at desc);
comment on table bids.notifications is 'ringback: to one user; the document names the table without columns';
comment on column bids.notifications.id is 'ringback: key';
comment on column bids.notifications.user_id is 'ringback: the auth user who is told';
comment on column bids.notifications.kind is 'ringback: what happened, machine-readable';
comment on column bids.notifications.title is 'ringback: one line';
comment on column bids.notifications.body is 'ringback: the rest';
comment on column bids.notifications.data is 'ringback: ids to go to';
comment on column bids.notifications.bid_card_id is 'ringback: the card that it is about, if one';
comment on column bids.notifications.read_at is 'ringback: when it was read';
comment on column bids.notifications.created_at is 'ringback: when it was told';

create table bids.broadcast_messages (
    id           uuid primary key default gen_random_uuid(),
    audience     text not null default 'all' check (audience in ('all', 'homeowners', 'contractors')),
    title        text not null,
    body         text not null,
    created_by   uuid references bids.admin_users (id) on delete set null,
    published_at timestamptz,
    created_at   timestamptz not null default engine.now(),
    updated_at   timestamptz not null default engine.now()
);
create index broadcast_messages_audience on bids.broadcast_messages (audience, published_at desc);
create index broadcast_messages_published on bids.broadcast_messages (published_at desc);
create index broadcast_messages_author on bids.broadcast_messages (created_by);
comment on table bids.broadcast_messages is 'ringback: to all or one side; the document names the table without columns';
comment on column bids.broadcast_messages.id is 'ringback: key';
comment on column bids.broadcast_messages.audience is 'ringback: all, homeowners or contractors';
comment on column bids.broadcast_messages.title is 'ringback: one line';
comment on column bids.broadcast_messages.body is 'ringback: the rest';
comment on column bids.broadcast_messages.created_by is 'ringback: the admin who wrote it';
comment on column bids.broadcast_messages.published_at is 'ringback: from when on it is read; null for a draft';
comment on column bids.broadcast_messages.created_at is 'ringback: when it was written';
comment on column bids.broadcast_messages.updated_at is 'ringback: last change, by trigger';
create trigger broadcast_messages_stamp before update on bids.broadcast_messages
    for each row execute function bids.stamp_updated_at();

create table bids.broadcast_read_receipts (
    broadcast_id uuid not null references bids.broadcast_messages (id) on delete cascade,
    user_id      uuid not null,
    read_at      timestamptz not null default engine.now(),
    primary key (broadcast_id, user_id)
);
create index broadcast_read_receipts_user on bids.broadcast_read_receipts (user_id);
comment on table bids.broadcast_read_receipts is 'ringback: who read a broadcast; the document names the table without columns';
comment on column bids.broadcast_read_receipts.broadcast_id is 'ringback: the broadcast';
comment on column bids.broadcast_read_receipts.user_id is 'ringback: the auth user who read it';
comment on column bids.broadcast_read_receipts.read_at is 'ringback: when first';

alter table bids.notifications enable row level security;
alter table bids.broadcast_messages enable row level security;
alter table bids.broadcast_read_receipts enable row level security;
