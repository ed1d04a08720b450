-- Area scans: pending → queued → in_progress → completed | failed | cancelled.

create table roofing.area_scans (
    id                   bigint generated always as identity primary key,
    user_id              bigint  not null references roofing.users (id) on delete cascade,
    area_name            text    not null,
    scan_type            text    not null default 'city' check (scan_type in ('city', 'zip_code', 'custom_area')),
    status               text    not null default 'pending'
                                 check (status in ('pending', 'queued', 'in_progress', 'completed', 'failed', 'cancelled')),
    total_properties     integer default 0 check (total_properties >= 0),
    processed_properties integer default 0 check (processed_properties >= 0),
    qualified_leads      integer default 0 check (qualified_leads >= 0),
    progress_percentage  double precision default 0.0 check (progress_percentage between 0 and 100),
    scan_parameters      jsonb,
    results_summary      jsonb,
    error_message        text,
    created_at           timestamptz default engine.now(),
    started_at           timestamptz,
    completed_at         timestamptz
);
create index area_scans_user_id on roofing.area_scans (user_id);
create index area_scans_status on roofing.area_scans (status);
create index area_scans_created_at on roofing.area_scans (created_at);

comment on table roofing.area_scans is 'Tracks area scanning jobs and progress.';
comment on column roofing.area_scans.area_name is '"Austin, TX" or "78701"';
comment on column roofing.area_scans.scan_type is 'city, zip_code, custom_area';
comment on column roofing.area_scans.status is
    'pending, queued, in_progress, completed, failed; ringback adds cancelled: a person stopped it';
comment on column roofing.area_scans.scan_parameters is '{radius: 10, filters: {...}}';
comment on column roofing.area_scans.results_summary is 'Results summary includes counts, top leads, etc.';

-- A scan goes forward: no status before the one it has, none after the last, no progress taken back.
create function roofing.keep_scan_order() returns trigger
    language plpgsql
    set search_path = ''
as $$
declare
    way text[] := '{pending,queued,in_progress}';
begin
    if new.status <> old.status
       and coalesce(array_position(way, new.status), 4) <= coalesce(array_position(way, old.status), 4) then
        raise exception 'a scan that is % does not become %', old.status, new.status using errcode = 'check_violation';
    end if;
    if new.progress_percentage < old.progress_percentage then
        raise exception 'the progress of a scan does not shrink' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger area_scans_keep_order before update on roofing.area_scans
    for each row execute function roofing.keep_scan_order();
create trigger area_scans_keep_account before update of user_id on roofing.area_scans
    for each row execute function engine.roofing_keep_account();

alter table roofing.area_scans enable row level security;
create policy area_scans_own_select on roofing.area_scans for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy area_scans_own_insert on roofing.area_scans for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy area_scans_own_update on roofing.area_scans for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]) and status = 'cancelled');
create policy area_scans_own_delete on roofing.area_scans for delete to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]));

grant select, insert, update, delete on roofing.area_scans to service_role;
-- A person orders a scan and cancels it; what it found is the functions' to say.
grant select, delete, insert (user_id, area_name, scan_type, scan_parameters), update (status) on roofing.area_scans to authenticated;
