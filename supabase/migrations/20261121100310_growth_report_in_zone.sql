-- A client's days are those of its own zone.

create function growth.project_zone() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    insert into engine.tenant_setting as s (pack, tenant, zone)
    select 'growth', client_id::text, case when engine.is_zone(time_zone) then time_zone else 'UTC' end from written
    on conflict (pack, tenant) do update set zone = excluded.zone where s.zone <> excluded.zone;
    return null;
end
$$;
revoke execute on function growth.project_zone() from public;
create trigger clients_project_zone_insert after insert on growth.clients
    referencing new table as written for each statement execute function growth.project_zone();
create trigger clients_project_zone_update after update on growth.clients
    referencing new table as written for each statement execute function growth.project_zone();

create function growth.forget_zone() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    delete from engine.tenant_setting s using gone where s.pack = 'growth' and s.tenant = gone.client_id::text;
    return null;
end
$$;
revoke execute on function growth.forget_zone() from public;
create trigger clients_forget_zone after delete on growth.clients
    referencing old table as gone for each statement execute function growth.forget_zone();
