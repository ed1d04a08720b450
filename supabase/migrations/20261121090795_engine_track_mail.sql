-- Whether mails are opened and their links followed.

alter table engine.template add column tracked boolean not null default false;
comment on column engine.template.tracked is 'Whether its mails in HTML carry a pixel and links that lead here first.';

create table engine.tracking_hit (
    id            uuid        primary key default gen_random_uuid(),
    message       uuid        not null references engine.message (id) on delete cascade,
    kind          text        not null check (kind in ('open', 'click')),
    link          bytea,
    at            timestamptz not null,
    user_agent    text,
    is_head       boolean     not null,
    is_prefetch   boolean     not null,
    judged_at     timestamptz,
    rule          text,
    rules_version text,
    constraint tracking_hit_link check ((link is null) = (kind = 'open')),
    constraint tracking_hit_judged check ((judged_at is null) = (rules_version is null) and (rule is null or judged_at is not null))
);
comment on table engine.tracking_hit is 'Fetches of pixels and links of mails, of people and machines; dropped after 180 days.';
comment on column engine.tracking_hit.link is 'The digest of where it leads: enough to tell links apart.';
comment on column engine.tracking_hit.rule is 'By which it is a machine''s, which counts nowhere; null for a person''s.';
create index tracking_hit_message on engine.tracking_hit (message, at);
create index tracking_hit_at on engine.tracking_hit (at);

alter table engine.tracking_hit enable row level security;
grant select, insert, update, delete on engine.tracking_hit to service_role;
