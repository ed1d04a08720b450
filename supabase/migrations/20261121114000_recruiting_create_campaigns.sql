-- Campaigns that candidates are talked to for: what the job is, what is to be found out, and how the talk opens.

create schema recruiting;
comment on schema recruiting is 'WhatsApp and call sessions with candidates. No tenants: one team of recruiters.';
grant usage on schema recruiting to authenticated, service_role;

-- Whether the caller is one of the recruiters, by a claim that only the service can give.
create function recruiting.is_staff() returns boolean
    language sql stable
    set search_path = ''
return coalesce(
    nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb #>> '{app_metadata,role}' = 'staff', false);
comment on function recruiting.is_staff() is 'ringback: whether the claim app_metadata.role says staff';
revoke execute on function recruiting.is_staff() from public;
grant execute on function recruiting.is_staff() to authenticated, service_role;

create table recruiting.campaign_info (
    campaign                     text primary key,
    job_info                     text,
    objectives_template          jsonb check (jsonb_typeof(objectives_template) in ('object', 'array')),
    prompt_chat                  text,
    prompt_call                  text,
    first_message_chat           text,
    first_message_call           text,
    "start"                      timestamptz,
    "end"                        timestamptz,
    template_name                text,
    template_language            text,
    template_parameters          text[],
    reminder_template_name       text,
    reminder_template_language   text,
    reminder_template_parameters text[],
    first_contact                text not null default 'chat' check (first_contact in ('chat', 'call')),
    reminder_message_chat        text,
    closing_message_chat         text,
    expire_at                    timestamptz,
    constraint campaign_info_ends_after_start check ("end" > "start"),
    constraint campaign_info_template_language check (template_name is null or template_language is not null),
    constraint campaign_info_reminder_language check (reminder_template_name is null or reminder_template_language is not null)
);

comment on table recruiting.campaign_info is 'Campaign configuration and templates';
comment on column recruiting.campaign_info.campaign is 'Campaign identifier (e.g., "Plumber - London")';
comment on column recruiting.campaign_info.job_info is 'Job description';
comment on column recruiting.campaign_info.objectives_template is 'Objective definitions';
comment on column recruiting.campaign_info.prompt_chat is 'WhatsApp AI prompt';
comment on column recruiting.campaign_info.prompt_call is 'Call AI prompt';
comment on column recruiting.campaign_info.first_message_chat is 'Initial WhatsApp message';
comment on column recruiting.campaign_info.first_message_call is 'Call opening script';
comment on column recruiting.campaign_info.template_name is
    'ringback: the approved WhatsApp template that opens a session; free text is refused outside the 24-hour window';
comment on column recruiting.campaign_info.template_language is 'ringback: the language that the opening template is approved in';
comment on column recruiting.campaign_info.template_parameters is 'ringback: what fills the opening template''s placeholders, in their order';
comment on column recruiting.campaign_info.reminder_template_name is
    'ringback: the approved template of reminders outside the 24-hour window; without one they are held';
comment on column recruiting.campaign_info.reminder_template_language is 'ringback: the language that the reminder template is approved in';
comment on column recruiting.campaign_info.reminder_template_parameters is
    'ringback: which of the candidate''s variables fill the reminder template''s placeholders, in their order';
comment on column recruiting.campaign_info.first_contact is 'ringback: how a session begins: by the opening template, or by a call';
comment on column recruiting.campaign_info.reminder_message_chat is
    'ringback: what a reminder says inside the 24-hour window, and what its template is shown as';
comment on column recruiting.campaign_info.closing_message_chat is 'ringback: said when all required objectives are resolved; none where it is null';
comment on column recruiting.campaign_info.expire_at is 'ringback: when its sessions are still to be ended: follows "end", null once done';

-- "end" is the truth, expire_at says that somebody has to see to it.
create function recruiting.keep_campaign() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    if tg_op = 'INSERT' or new."end" is distinct from old."end" then
        new.expire_at := new."end";
    end if;
    return new;
end
$$;
revoke execute on function recruiting.keep_campaign() from public;
create trigger campaign_info_keep before insert or update on recruiting.campaign_info
    for each row execute function recruiting.keep_campaign();
select engine.keep_due('recruiting.campaign_info', 'expire_at', 'recruiting.end-campaign', 'campaign', 'campaign');

alter table recruiting.campaign_info enable row level security;
create policy campaign_info_staff on recruiting.campaign_info for all to authenticated
    using ((select recruiting.is_staff()))
    with check ((select recruiting.is_staff()));
grant select, insert, update, delete on recruiting.campaign_info to authenticated, service_role;
