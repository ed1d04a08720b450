-- The doorbell for tables of one's own: a trigger that tells `hooks/db` of a change, signed.

-- Calls the address that the vault has as `ringback_hook_url`, once per statement, signed by Standard Webhooks with the secret that it
-- has as `ringback_hook_secret`; does nothing where pg_net or one of them is missing. What changed is not sent: the receiver reads
-- the rows. A doorbell that is broken warns, and leaves the user's row alone.
--   create trigger ring after insert or update or delete on orders for each statement execute function engine.ring_hook();
create function engine.ring_hook() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    url       text;
    secret    text;
    body      constant jsonb := jsonb_build_object('type', tg_op, 'schema', tg_table_schema, 'table', tg_table_name);
    id        constant text  := 'db_' || gen_random_uuid();
    at        constant text  := floor(extract(epoch from clock_timestamp()))::bigint;
    signature text;
begin
    if to_regnamespace('net') is null then
        return null;
    end if;
    url := engine.secret('ringback_hook_url');
    secret := engine.secret('ringback_hook_secret');
    if url is null or secret is null then
        return null;
    end if;
    signature := 'v1,' || encode(extensions.hmac(convert_to(id || '.' || at || '.' || body::text, 'UTF8'),
                                                 decode(regexp_replace(secret, '^(v1,)?(whsec_)?', ''), 'base64'), 'sha256'), 'base64');
    execute 'select net.http_post(url := $1, body := $2, headers := $3)'
        using url, body, jsonb_build_object('Content-Type', 'application/json', 'webhook-id', id, 'webhook-timestamp', at,
                                            'webhook-signature', signature);
    return null;
exception when others then
    raise warning 'the doorbell does not ring: %', sqlerrm;
    return null;
end
$$;
revoke execute on function engine.ring_hook() from public;
comment on function engine.ring_hook() is 'For triggers on any table: tells hooks/db that it changed.';
