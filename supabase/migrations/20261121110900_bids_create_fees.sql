-- What an accepted bid costs the contractor, and what it earns the one who brought him.

create table bids.connection_fees (
    id            uuid primary key default gen_random_uuid(),
    bid_id        uuid not null constraint connection_fees_bid_id_key unique,
    contractor_id uuid not null,
    amount        numeric(12, 2) not null check (amount >= 0),
    currency      text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
    status        text not null default 'due' check (status in ('due', 'paid', 'waived', 'refunded')),
    paid_at       timestamptz,
    waived_at     timestamptz,
    refunded_at   timestamptz,
    note          text,
    created_at    timestamptz not null default engine.now(),
    updated_at    timestamptz not null default engine.now(),
    constraint connection_fees_bid foreign key (bid_id, contractor_id)
        references bids.contractor_bids (id, contractor_id) on delete restrict
);
create index connection_fees_bid_contractor on bids.connection_fees (bid_id, contractor_id);
create index connection_fees_contractor on bids.connection_fees (contractor_id, created_at desc);
create index connection_fees_status on bids.connection_fees (status, created_at desc);
comment on table bids.connection_fees is 'ringback: one per accepted bid; the document names the table without columns';
comment on column bids.connection_fees.id is 'ringback: key';
comment on column bids.connection_fees.bid_id is 'ringback: the accepted bid, charged once';
comment on column bids.connection_fees.contractor_id is 'ringback: who owes it, the bidder';
comment on column bids.connection_fees.amount is 'ringback: the fee';
comment on column bids.connection_fees.currency is 'ringback: ISO 4217 code of the fee';
comment on column bids.connection_fees.status is 'ringback: due, paid, waived or refunded';
comment on column bids.connection_fees.paid_at is 'ringback: when it was paid';
comment on column bids.connection_fees.waived_at is 'ringback: when it was waived';
comment on column bids.connection_fees.refunded_at is 'ringback: when it was paid back';
comment on column bids.connection_fees.note is 'ringback: why it was waived or refunded';
comment on column bids.connection_fees.created_at is 'ringback: acceptance of the bid';
comment on column bids.connection_fees.updated_at is 'ringback: last change, by trigger';
create trigger connection_fees_stamp before update on bids.connection_fees
    for each row execute function bids.stamp_updated_at();

create table bids.referral_tracking (
    id               uuid primary key default gen_random_uuid(),
    referral_code    text not null,
    referrer_user_id uuid not null,
    referred_user_id uuid constraint referral_tracking_referred_user_id_key unique,
    status           text not null default 'pending' check (status in ('pending', 'credited', 'void')),
    credited_bid_id  uuid constraint referral_tracking_credited_bid_id_key unique
                          references bids.contractor_bids (id) on delete restrict,
    credit_amount    numeric(12, 2) check (credit_amount >= 0),
    currency         text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
    credited_at      timestamptz,
    created_at       timestamptz not null default engine.now(),
    updated_at       timestamptz not null default engine.now(),
    constraint referral_tracking_not_oneself check (referrer_user_id <> referred_user_id),
    constraint referral_tracking_credit check ((status = 'credited') = (credited_at is not null))
);
create index referral_tracking_code on bids.referral_tracking (referral_code);
create index referral_tracking_referrer on bids.referral_tracking (referrer_user_id, created_at desc);
comment on table bids.referral_tracking is 'ringback: who brought whom; the document names the table without columns';
comment on column bids.referral_tracking.id is 'ringback: key';
comment on column bids.referral_tracking.referral_code is 'ringback: the code that was passed on';
comment on column bids.referral_tracking.referrer_user_id is 'ringback: the auth user who referred';
comment on column bids.referral_tracking.referred_user_id is 'ringback: the auth user who came, referred once; null until sign-up';
comment on column bids.referral_tracking.status is 'ringback: pending, credited or void';
comment on column bids.referral_tracking.credited_bid_id is 'ringback: the referred party''s first accepted bid';
comment on column bids.referral_tracking.credit_amount is 'ringback: the credit';
comment on column bids.referral_tracking.currency is 'ringback: ISO 4217 code of the credit';
comment on column bids.referral_tracking.credited_at is 'ringback: when it was credited, once';
comment on column bids.referral_tracking.created_at is 'ringback: when the referral began';
comment on column bids.referral_tracking.updated_at is 'ringback: last change, by trigger';
create trigger referral_tracking_stamp before update on bids.referral_tracking
    for each row execute function bids.stamp_updated_at();

alter table bids.connection_fees enable row level security;
alter table bids.referral_tracking enable row level security;
