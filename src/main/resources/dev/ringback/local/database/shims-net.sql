-- What of a Supabase project reaches out: pg_net, database webhooks, Realtime. Like shims.sql, which comes first.

-- pg_net. A poller beside the application drains the queue; a rolled-back transaction queues nothing, as there.
create schema if not exists net;
grant usage on schema net to anon, authenticated, service_role, postgres, supabase_functions_admin;

create unlogged table if not exists net.http_request_queue (
    id                   bigint generated always as identity primary key,
    method               text not null,
    url                  text not null,
    headers              jsonb,
    body                 bytea,
    timeout_milliseconds integer not null
);

create unlogged table if not exists net._http_response (
    id           bigint,
    status_code  integer,
    content_type text,
    headers      jsonb,
    content      text,
    timed_out    boolean,
    error_msg    text,
    created      timestamptz not null default now()
);
create index if not exists _http_response_created_idx on net._http_response (created);

create or replace function net._escape(part text) returns text language sql immutable as $$
    select coalesce(string_agg(case when chr(byte) ~ '[A-Za-z0-9_.~-]' then chr(byte)
                                    else '%' || upper(lpad(to_hex(byte), 2, '0')) end, '' order by at), '')
      from generate_series(0, octet_length(convert_to(part, 'UTF8')) - 1) as at,
           lateral (select get_byte(convert_to(part, 'UTF8'), at)) as bytes (byte)
$$;

create or replace function net._with_params(url text, params jsonb) returns text language sql immutable as $$
    select url || coalesce((
        select case when position('?' in url) > 0 then '&' else '?' end
               || string_agg(net._escape(key) || '=' || net._escape(value), '&')
          from jsonb_each_text(params)), '')
$$;

create or replace function net.http_get(
    url text, params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds integer default 5000)
    returns bigint language sql security definer set search_path = '' as $$
    insert into net.http_request_queue (method, url, headers, timeout_milliseconds)
    values ('GET', net._with_params(url, params), headers, timeout_milliseconds) returning id
$$;

create or replace function net.http_delete(
    url text, params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds integer default 5000)
    returns bigint language sql security definer set search_path = '' as $$
    insert into net.http_request_queue (method, url, headers, timeout_milliseconds)
    values ('DELETE', net._with_params(url, params), headers, timeout_milliseconds) returning id
$$;

-- The content type is taken literally, as there: a charset behind it is refused.
create or replace function net.http_post(
    url text, body jsonb default '{}', params jsonb default '{}',
    headers jsonb default '{"Content-Type": "application/json"}', timeout_milliseconds integer default 5000)
    returns bigint language plpgsql security definer set search_path = '' as $$
declare
    content_type text := (select value from jsonb_each_text(headers) where lower(key) = 'content-type' limit 1);
    request_id bigint;
begin
    if content_type <> 'application/json' then
        raise exception 'Content-Type header must be "application/json"';
    end if;
    if content_type is null then
        headers := coalesce(headers, '{}') || '{"Content-Type": "application/json"}';
    end if;
    insert into net.http_request_queue (method, url, headers, body, timeout_milliseconds)
    values ('POST', net._with_params(url, params), headers, convert_to(body::text, 'UTF8'), timeout_milliseconds)
    returning id into request_id;
    return request_id;
end
$$;

grant select on all tables in schema net to postgres, service_role;

-- Database webhooks as the dashboard makes them.
create schema if not exists supabase_functions;
grant usage on schema supabase_functions to anon, authenticated, service_role, postgres;

create table if not exists supabase_functions.hooks (
    id            bigint generated always as identity primary key,
    hook_table_id integer not null,
    hook_name     text not null,
    created_at    timestamptz not null default now(),
    request_id    bigint
);
grant all on supabase_functions.hooks to postgres, service_role;

create or replace function supabase_functions.http_request()
    returns trigger language plpgsql security definer set search_path = '' as $$
declare
    url        text := tg_argv[0];
    method     text := tg_argv[1];
    headers    jsonb := coalesce(nullif(tg_argv[2], 'null'), '{"Content-Type": "application/json"}')::jsonb;
    params     jsonb := coalesce(nullif(tg_argv[3], 'null'), '{}')::jsonb;
    timeout    integer := coalesce(nullif(tg_argv[4], 'null'), '1000')::integer;
    request_id bigint;
begin
    if nullif(url, 'null') is null then
        raise exception 'url argument is missing';
    end if;
    case method
        when 'GET' then
            request_id := net.http_get(url, params, headers, timeout);
        when 'POST' then
            request_id := net.http_post(url, jsonb_build_object('old_record', old, 'record', new, 'type', tg_op,
                'table', tg_table_name, 'schema', tg_table_schema), params, headers, timeout);
        else
            raise exception 'method argument % is invalid', method;
    end case;
    insert into supabase_functions.hooks (hook_table_id, hook_name, request_id) values (tg_relid, tg_name, request_id);
    return coalesce(new, old);
end
$$;
