-- People who want to buy now, and who is told of them.

create table engine.alert_setting (
    pack                text        not null,
    tenant              text        not null,
    email               text        check (email like '%@%'),
    language            text        not null default 'en',
    webhook_url         text        check (webhook_url ~ '^https?://'),
    webhook_secret_name text,
    escalate_to         text        check (escalate_to like '%@%'),
    updated_at          timestamptz not null default engine.now(),
    primary key (pack, tenant),
    constraint alert_setting_signed check ((webhook_url is null) = (webhook_secret_name is null))
);
comment on table engine.alert_setting is 'Whom a tenant has told of hot leads.';
comment on column engine.alert_setting.webhook_secret_name is 'Name of the signing secret in the vault: base64, with or without whsec_ before it.';
comment on column engine.alert_setting.escalate_to is 'Who is written to when nobody took the lead; null for the same.';

-- Keeps what signs a tenant's webhook and answers its name in the vault; null forgets it. Under the tenant's name alone: the service
-- itself may write no other secret.
create function engine.keep_alert_secret(p_pack text, p_tenant text, p_secret text) returns text
    language plpgsql security definer
    set search_path = ''
as $$
declare
    its_name constant text := 'alerts/' || p_pack || '/' || p_tenant;
begin
    if p_secret is null then
        perform engine.forget_secret(its_name);
        return null;
    end if;
    perform engine.keep_secret(its_name, p_secret);
    return its_name;
end
$$;
revoke execute on function engine.keep_alert_secret(text, text, text) from public;
grant execute on function engine.keep_alert_secret(text, text, text) to service_role;

create table engine.hot_lead (
    id              uuid        primary key default gen_random_uuid(),
    pack            text        not null,
    tenant          text        not null,
    subject_kind    text        not null,
    subject_id      text        not null,
    opportunity     text        not null default '',
    score           integer     not null check (score between 0 and 100),
    reasons         text[]      not null default '{}',
    raised_at       timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    escalated_at    timestamptz,
    unique (pack, subject_kind, subject_id, opportunity),
    constraint hot_lead_acknowledged_whole check ((acknowledged_at is null) = (acknowledged_by is null))
);
comment on table engine.hot_lead is 'Who is ready to buy: once per subject and opportunity, and never taken back.';
comment on column engine.hot_lead.opportunity is 'What it is about, for example a bid card; empty where the subject has but one.';
create index hot_lead_tenant on engine.hot_lead (pack, tenant, raised_at desc, id desc);
create index hot_lead_open on engine.hot_lead (raised_at) where acknowledged_at is null and escalated_at is null;

insert into engine.template (pack, key, language, subject, body_text)
select '*', key, language, subject, body_text
  from (values
           ('hot-lead-alert', 'en', 'Hot lead: {{ subject_kind }} {{ subject_id }} ({{ score }} of 100)',
            'Somebody is ready to buy and waits for an answer: {{ subject_kind }} {{ subject_id }}, {{ score }} of 100, because of {{ reasons }}.'),
           ('hot-lead-alert', 'fr', 'Prospect chaud : {{ subject_kind }} {{ subject_id }} ({{ score }} sur 100)',
            'Quelqu''un veut acheter et attend une réponse : {{ subject_kind }} {{ subject_id }}, {{ score }} sur 100, à cause de {{ reasons }}.'),
           ('hot-lead-alert', 'es', 'Cliente interesado: {{ subject_kind }} {{ subject_id }} ({{ score }} de 100)',
            'Alguien quiere comprar y espera respuesta: {{ subject_kind }} {{ subject_id }}, {{ score }} de 100, por {{ reasons }}.'),
           ('hot-lead-alert', 'de', 'Heißer Kontakt: {{ subject_kind }} {{ subject_id }} ({{ score }} von 100)',
            'Jemand will kaufen und wartet auf Antwort: {{ subject_kind }} {{ subject_id }}, {{ score }} von 100, wegen {{ reasons }}.'),
           ('hot-lead-escalation', 'en', 'Still waiting: {{ subject_kind }} {{ subject_id }} ({{ score }} of 100)',
            'Nobody has taken this hot lead yet: {{ subject_kind }} {{ subject_id }}, {{ score }} of 100, because of {{ reasons }}.'),
           ('hot-lead-escalation', 'fr', 'Toujours en attente : {{ subject_kind }} {{ subject_id }} ({{ score }} sur 100)',
            'Personne n''a encore pris ce prospect : {{ subject_kind }} {{ subject_id }}, {{ score }} sur 100, à cause de {{ reasons }}.'),
           ('hot-lead-escalation', 'es', 'Sigue esperando: {{ subject_kind }} {{ subject_id }} ({{ score }} de 100)',
            'Nadie ha atendido aún a este cliente: {{ subject_kind }} {{ subject_id }}, {{ score }} de 100, por {{ reasons }}.'),
           ('hot-lead-escalation', 'de', 'Wartet noch: {{ subject_kind }} {{ subject_id }} ({{ score }} von 100)',
            'Noch niemand hat diesen Kontakt übernommen: {{ subject_kind }} {{ subject_id }}, {{ score }} von 100, wegen {{ reasons }}.')
       ) as t (key, language, subject, body_text);

alter table engine.alert_setting enable row level security;
alter table engine.hot_lead enable row level security;
grant select, insert, update, delete on engine.alert_setting, engine.hot_lead to service_role;
