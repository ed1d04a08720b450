-- When the law, or we where it is silent, lets somebody be reached. Engineering defaults, not legal advice: whoever sends
-- reviews the rows and replaces them.

create table engine.window_rule (
    id             bigint generated always as identity primary key,
    jurisdiction   text     not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    channel        text     not null check (channel in ('email', 'sms', 'voice', 'whatsapp', 'web_form')),
    purpose        text     not null default '*',
    weekday        smallint not null check (weekday between 1 and 7),
    opens          time     not null,
    closes         time     not null,
    covers_answers boolean  not null default true,
    source         text     not null check (source ~ '\S'),
    reviewed_on    date     not null,
    unique (jurisdiction, channel, purpose, weekday, opens)
);
comment on table engine.window_rule is 'Hours of the recipient''s clock in which a channel may be used; a weekday without a row is closed.';
comment on column engine.window_rule.jurisdiction is 'ISO 3166: a country or a part of one. Where both have rows, both bind.';
comment on column engine.window_rule.purpose is '* for every purpose.';
comment on column engine.window_rule.weekday is 'ISO: Monday is 1.';
comment on column engine.window_rule.closes is 'Before `opens` where the hours cross midnight, equal where there are none.';
comment on column engine.window_rule.covers_answers is 'Whether it binds an answer in a live conversation too.';

create table engine.window_holiday (
    jurisdiction text not null,
    channel      text not null check (channel in ('email', 'sms', 'voice', 'whatsapp', 'web_form')),
    day          date not null,
    name         text not null,
    source       text not null check (source ~ '\S'),
    primary key (jurisdiction, channel, day)
);
comment on table engine.window_holiday is 'Dates on which a jurisdiction''s hours are closed.';

create table engine.window_cap (
    jurisdiction text     not null,
    channel      text     not null check (channel in ('email', 'sms', 'voice', 'whatsapp', 'web_form')),
    purpose      text     not null default '*',
    most         integer  not null check (most > 0),
    period       interval not null check (period > interval '0'),
    source       text     not null check (source ~ '\S'),
    reviewed_on  date     not null,
    primary key (jurisdiction, channel, purpose, period)
);
comment on table engine.window_cap is 'How often one person may be reached within a period.';

alter table engine.window_rule enable row level security;
alter table engine.window_holiday enable row level security;
alter table engine.window_cap enable row level security;
grant select, insert, update, delete on engine.window_rule, engine.window_holiday, engine.window_cap to service_role;
