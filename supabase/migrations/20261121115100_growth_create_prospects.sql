-- Businesses that may need us, how well they answer today, and what we wrote to them.

-- What a business is known by: its site, else its address, else the form on its page, else its name and place.
create function growth.prospect_identity(website text, contact_email text, form_url text, business_name text, region text) returns text
    language sql immutable
    set search_path = ''
return coalesce(
    'site:' || nullif(regexp_replace(lower(btrim(website)), '^(https?://)?(www\.)?([^/:?#]*).*$', '\3'), ''),
    'mail:' || nullif(lower(btrim(contact_email)), ''),
    'form:' || nullif(btrim(form_url), ''),
    'name:' || lower(btrim(business_name)) || '/' || lower(btrim(coalesce(region, ''))));
revoke execute on function growth.prospect_identity(text, text, text, text, text) from public;
grant execute on function growth.prospect_identity(text, text, text, text, text) to service_role;

create table growth.prospect_candidates (
    id                    uuid primary key default gen_random_uuid(),
    business_name         text not null,
    website               text,
    contact_email         text,
    form_url              text,
    industry              text,
    region                text,
    language              text default 'en',
    response_score        numeric(5, 2) check (response_score >= 0 and response_score <= 100),
    automation_need_score numeric(5, 2) check (automation_need_score >= 0 and automation_need_score <= 100),
    contacted             boolean default false,
    last_tested           timestamptz,
    created_at            timestamptz default engine.now(),
    identity              text not null generated always as
                               (growth.prospect_identity(website, contact_email, form_url, business_name, region)) stored
                               constraint prospect_candidates_identity_key unique,
    constraint prospect_candidates_need_is_inverse check (automation_need_score = 100 - response_score)
);
create index idx_prospects_automation_score on growth.prospect_candidates (automation_need_score desc);
create index idx_prospects_contacted on growth.prospect_candidates (contacted);
create index idx_prospects_industry on growth.prospect_candidates (industry);
create index idx_prospects_region on growth.prospect_candidates (region);
create index idx_prospects_created_at on growth.prospect_candidates (created_at desc);
create index idx_prospects_high_priority on growth.prospect_candidates (automation_need_score desc, contacted)
    where automation_need_score >= 70;

comment on table growth.prospect_candidates is 'Businesses discovered via crawler with automation need scoring';
comment on column growth.prospect_candidates.response_score is 'Quality of current autoresponder (0-100, higher = better)';
comment on column growth.prospect_candidates.automation_need_score is 'Calculated as 100 - response_score (higher = better prospect)';
comment on column growth.prospect_candidates.identity is 'ringback: what the business is known by, so that a list taken in twice makes no second row';

create table growth.prospect_outreach_log (
    id            uuid primary key default gen_random_uuid(),
    prospect_id   uuid references growth.prospect_candidates (id) on delete cascade,
    email_subject text not null,
    email_body    text not null,
    status        text default 'sent' check (status in ('sent', 'opened', 'replied', 'ignored')),
    sent_at       timestamptz default engine.now(),
    opened_at     timestamptz,
    replied_at    timestamptz,
    channel       text not null default 'email' check (channel in ('email', 'web_form')),
    message_id    uuid constraint prospect_outreach_log_message_id_key unique
);
create index idx_outreach_prospect_id on growth.prospect_outreach_log (prospect_id);
create index idx_outreach_status on growth.prospect_outreach_log (status);
create index idx_outreach_sent_at on growth.prospect_outreach_log (sent_at desc);

-- How a prospect answers somebody who asks. One row per question; its message, of the same id, is the truth about the sending.
create table growth.prospect_probe (
    id             uuid primary key,
    prospect_id    uuid        not null references growth.prospect_candidates (id) on delete cascade,
    channel        text        not null check (channel in ('email', 'web_form')),
    status         text        not null check (status in ('planned', 'waiting', 'answered', 'silent', 'failed')),
    reason         text,
    planned_at     timestamptz not null,
    sent_at        timestamptz,
    answered_at    timestamptz,
    delay_ms       bigint check (delay_ms >= 0),
    personalised   boolean,
    response_score numeric(5, 2) check (response_score >= 0 and response_score <= 100)
);
create index prospect_probe_prospect on growth.prospect_probe (prospect_id, planned_at desc);
comment on table growth.prospect_probe is 'ringback: what probes found out, the scores'' evidence';
comment on column growth.prospect_probe.reason is 'Why it could not be asked, machine-readable: form_needs_scripts, suppressed…';
comment on column growth.prospect_probe.delay_ms is 'From sending to the automatic answer; null where there was none.';

comment on table growth.prospect_outreach_log is 'Outreach email tracking with engagement metrics';
comment on column growth.prospect_outreach_log.status is 'Progression: sent → opened → replied (or ignored)';
comment on column growth.prospect_outreach_log.channel is 'ringback: whether it went by mail or through the form at form_url';
comment on column growth.prospect_outreach_log.message_id is
    'ringback: the row of engine.message that this one shows, by which openings and answers find it';

-- Prospects are the agency's own business: its internal client reads them, the service writes them.
alter table growth.prospect_candidates enable row level security;
create policy prospects_internal_select on growth.prospect_candidates for select to authenticated
    using (exists (select from growth.clients c where c.client_id = (select growth.current_client_id()) and c.is_internal));

alter table growth.prospect_outreach_log enable row level security;
create policy outreach_internal_select on growth.prospect_outreach_log for select to authenticated
    using (exists (select from growth.clients c where c.client_id = (select growth.current_client_id()) and c.is_internal));

alter table growth.prospect_probe enable row level security;
create policy probes_internal_select on growth.prospect_probe for select to authenticated
    using (exists (select from growth.clients c where c.client_id = (select growth.current_client_id()) and c.is_internal));

grant select on growth.prospect_candidates, growth.prospect_outreach_log, growth.prospect_probe to authenticated;
grant select, insert, update, delete on growth.prospect_candidates, growth.prospect_outreach_log, growth.prospect_probe to service_role;

-- The agency may write through forms, too: in its own name, as its mail.
create function growth.project_form_senders() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    insert into engine.sender_identity (pack, tenant, channel, display_name)
    select 'growth', client_id, 'web_form', business_name from written where is_internal
    on conflict (pack, tenant, channel) do update set display_name = excluded.display_name, updated_at = engine.now();
    return null;
end
$$;
revoke execute on function growth.project_form_senders() from public;
create trigger clients_project_form_senders_insert after insert on growth.clients
    referencing new table as written for each statement execute function growth.project_form_senders();
create trigger clients_project_form_senders_update after update on growth.clients
    referencing new table as written for each statement execute function growth.project_form_senders();

-- What prospects are asked and told. The form's own fields are filled by name; its message is the text.
insert into engine.template (pack, key, language, tone, subject, body_text)
values
    ('growth', 'prospect-probe', 'en', 'Neutral', $t$A question$t$, $t$Hello,

I came across your site and would like to know whether you are taking on new clients at the moment, and how soon you could come back to me.

Thank you
{{ sender_name }}
$t$),
    ('growth', 'prospect-probe', 'fr', 'Neutral', $t$Une question$t$, $t$Bonjour,

J'ai découvert votre site et j'aimerais savoir si vous prenez de nouveaux clients en ce moment, et sous quel délai vous pourriez me répondre.

Merci
{{ sender_name }}
$t$),
    ('growth', 'prospect-outreach', 'en', 'Neutral', $t$How {{ prospect_name }} answers its leads$t$, $t$Hello {{ prospect_name }},
{% if note != '' %}
{{ note }}
{% else %}
We answer enquiries for businesses like yours within seconds, in their own tone. May we show you how that would look for you?
{% endif %}{% if booking_link != '' %}
If you like, choose a time here: {{ booking_link }}
{% endif %}
Kind regards
{{ business_name }}
{{ postal_address }}

No more messages from us: {{ unsubscribe_url }}
$t$),
    ('growth', 'prospect-outreach', 'fr', 'Neutral', $t$Comment {{ prospect_name }} répond à ses prospects$t$, $t$Bonjour {{ prospect_name }},
{% if note != '' %}
{{ note }}
{% else %}
Nous répondons aux demandes d'entreprises comme la vôtre en quelques secondes, dans leur propre ton. Pouvons-nous vous montrer ce que cela donnerait chez vous ?
{% endif %}{% if booking_link != '' %}
Si vous le souhaitez, choisissez un moment ici : {{ booking_link }}
{% endif %}
Cordialement
{{ business_name }}
{{ postal_address }}

Ne plus recevoir de messages : {{ unsubscribe_url }}
$t$);
