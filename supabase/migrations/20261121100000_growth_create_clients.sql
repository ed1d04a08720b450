-- Clients of the agency: settings, credentials, and who their mail is from.

create schema growth;
comment on schema growth is 'Clients'' lead memory, lead actions, prospects and growth insights. Tenant: clients.client_id.';
grant usage on schema growth to authenticated, service_role;

-- The tenant of this transaction: the caller's verified claim, else the setting that the document names. What is no UUID names
-- nobody: another application of the same project may keep something else under that claim.
create function growth.current_client_id() returns uuid
    language sql stable
    set search_path = ''
return (
    select case when named ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then named::uuid end
      from (select coalesce(
               nullif(nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb #>> '{app_metadata,client_id}', ''),
               nullif(pg_catalog.current_setting('app.current_client_id', true), ''))) as caller (named));
revoke execute on function growth.current_client_id() from public;
grant execute on function growth.current_client_id() to authenticated, service_role;

create table growth.clients (
    id                    uuid primary key default gen_random_uuid(),
    client_id             uuid not null constraint idx_clients_client_id unique,
    business_name         text not null,
    contact_name          text,
    name                  text,
    email                 text not null constraint idx_clients_email unique,
    password_hash         text not null default '!',
    api_key               text not null default ('sha256:' || encode(sha256(gen_random_uuid()::text::bytea), 'hex'))
                               constraint idx_clients_api_key unique,
    language              text not null default 'en' check (language in ('en', 'fr')),
    is_internal           boolean not null default false,
    is_test               boolean not null default false,
    industry_category     text,
    primary_service       text,
    booking_link          text,
    custom_tagline        text,
    email_tone            text not null default 'Friendly' check (email_tone in ('Friendly', 'Professional', 'Formal', 'Energetic')),
    followup_speed        text not null default 'Instant' check (followup_speed in ('Instant', 'Within 1 hour', 'Same day')),
    ai_personalized_reply boolean default true,
    outbound_email        text,
    smtp_host             text,
    smtp_port             integer check (smtp_port between 1 and 65535),
    smtp_username         text,
    smtp_password         text,
    created_at            timestamptz default engine.now(),
    last_login            timestamptz,
    last_connection       timestamptz,
    last_rotated          timestamptz,
    api_key_prefix        text,
    time_zone             text not null default 'America/Toronto',
    smtp_verified_at      timestamptz,
    constraint clients_secrets_sealed check (api_key like 'sha256:%' and smtp_password like 'vault:%')
);
create index idx_clients_is_test on growth.clients (is_test);
create index idx_clients_is_internal on growth.clients (is_internal);
create index idx_clients_created_at on growth.clients (created_at desc);

comment on table growth.clients is 'Client accounts with personalization settings and API credentials';
comment on column growth.clients.client_id is 'Unique client identifier used in all foreign key relationships';
comment on column growth.clients.api_key is 'Authentication token for lead submission API';
comment on column growth.clients.is_test is 'Auto-detected from email containing "test" or "example.com"';
comment on column growth.clients.is_internal is 'Flag for Avenir AI internal client (UUID: 00000000-0000-0000-0000-000000000001)';
comment on column growth.clients.api_key_prefix is 'ringback: the visible start of the key; the key itself is kept as a digest only';
comment on column growth.clients.smtp_verified_at is 'ringback: when a test mail last went out through this server; null where an operator vouches for it';
comment on column growth.clients.time_zone is 'ringback: IANA zone of the client''s opening hours; "Same day" needs it';

-- Secrets never stay in clear: the API key becomes a digest, the SMTP password goes to the vault. What is no bcrypt hash, a
-- placeholder or a password in clear, becomes a lock that no password opens.
create function growth.seal_client() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if new.password_hash !~ '^\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{53}$' then
        new.password_hash := '!';
    end if;
    if new.api_key !~ '^sha256:[0-9a-f]{64}$' then
        new.api_key_prefix := substring(new.api_key from '^rb_[^_]*');
        new.api_key := 'sha256:' || encode(sha256(convert_to(new.api_key, 'UTF8')), 'hex');
    end if;
    -- No reference but its own: another's would be handed to the server that this client names.
    if new.smtp_password <> 'vault:growth/' || new.client_id || '/smtp' then
        perform engine.keep_secret('growth/' || new.client_id || '/smtp', new.smtp_password);
        new.smtp_password := 'vault:growth/' || new.client_id || '/smtp';
    elsif tg_op = 'UPDATE' and new.smtp_password is null and old.smtp_password is not null then
        perform engine.forget_secret('growth/' || new.client_id || '/smtp');
    end if;
    return new;
end
$$;
revoke execute on function growth.seal_client() from public;
create trigger clients_seal before insert or update on growth.clients
    for each row execute function growth.seal_client();

-- Whom a client's mail is from, for the engine.
create function growth.project_senders() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    insert into engine.sender_identity as known (pack, tenant, channel, display_name, address, smtp_host, smtp_port, smtp_username, secret_name)
    select 'growth', client_id, 'email', business_name, nullif(btrim(outbound_email), ''), nullif(btrim(smtp_host), ''), smtp_port,
           nullif(smtp_username, ''), substring(smtp_password from '^vault:(.*)$')
      from written
    on conflict (pack, tenant, channel) do update
        set display_name  = excluded.display_name,
            address       = excluded.address,
            smtp_host     = excluded.smtp_host,
            smtp_port     = excluded.smtp_port,
            smtp_username = excluded.smtp_username,
            secret_name   = excluded.secret_name,
            updated_at    = engine.now()
      where (known.display_name, known.address, known.smtp_host, known.smtp_port, known.smtp_username, known.secret_name)
            is distinct from (excluded.display_name, excluded.address, excluded.smtp_host, excluded.smtp_port, excluded.smtp_username,
                              excluded.secret_name);
    return null;
end
$$;
revoke execute on function growth.project_senders() from public;
create trigger clients_project_senders_insert after insert on growth.clients
    referencing new table as written for each statement execute function growth.project_senders();
create trigger clients_project_senders_update after update on growth.clients
    referencing new table as written for each statement execute function growth.project_senders();

-- With a client go its sender and its password in the vault.
create function growth.forget_senders() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    delete from engine.sender_identity s using gone where s.pack = 'growth' and s.tenant = gone.client_id::text;
    perform engine.forget_secret('growth/' || client_id || '/smtp') from gone;
    return null;
end
$$;
revoke execute on function growth.forget_senders() from public;
create trigger clients_forget_senders after delete on growth.clients
    referencing old table as gone for each statement execute function growth.forget_senders();

alter table growth.clients enable row level security;
create policy clients_own_select on growth.clients for select to authenticated
    using (client_id = (select growth.current_client_id()));
create policy clients_own_update on growth.clients for update to authenticated
    using (client_id = (select growth.current_client_id()))
    with check (client_id = (select growth.current_client_id()));

grant select, insert, update, delete on growth.clients to service_role;
-- Digests and secret references are not for clients' eyes; identity, flags and the server that we shall connect to not for
-- their hands.
grant select (id, client_id, business_name, contact_name, name, email, language, is_internal, is_test, industry_category, primary_service,
    booking_link, custom_tagline, email_tone, followup_speed, ai_personalized_reply, outbound_email, smtp_host, smtp_port, smtp_username,
    created_at, last_login, last_connection, last_rotated, api_key_prefix, time_zone, smtp_verified_at) on growth.clients to authenticated;
grant update (business_name, contact_name, name, language, industry_category, primary_service, booking_link, custom_tagline, email_tone,
    followup_speed, ai_personalized_reply, outbound_email, time_zone) on growth.clients to authenticated;
