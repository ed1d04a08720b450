-- The documents' PostGIS points with their spatial indexes, where the extension is to be had. Latitude and longitude are the
-- truth, the points follow them; distances are reckoned on earth_position, which every deployment has.
do $$
declare
    home  name;
    point record;
begin
    if not exists (select from pg_catalog.pg_extension where extname = 'postgis') then
        if not exists (select from pg_catalog.pg_available_extensions where name = 'postgis') then
            return;
        end if;
        begin
            create extension postgis with schema extensions;
        exception when insufficient_privilege then
            raise notice 'PostGIS is there, but only a superuser may create it: no geography columns';
            return;
        end;
    end if;
    select n.nspname into home
      from pg_catalog.pg_extension as e
      join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
     where e.extname = 'postgis';
    for point in
        select * from (values
            ('properties', 'geom', 'latitude', 'longitude'),
            ('building_permits', 'geom', 'latitude', 'longitude'),
            ('contagion_clusters', 'cluster_center', 'center_latitude', 'center_longitude')) as points (tab, col, lat, lon)
    loop
        execute format(
            'alter table roofing.%I add column %I %I.geography(point, 4326) generated always as '
            || '(%3$I.geography(%3$I.st_setsrid(%3$I.st_makepoint(%I::double precision, %I::double precision), 4326))) stored',
            point.tab, point.col, home, point.lon, point.lat);
        execute format('create index %I on roofing.%I using gist (%I)', point.tab || '_' || point.col, point.tab, point.col);
        execute format('comment on column roofing.%I.%I is %L', point.tab, point.col,
                       'PostGIS; follows ' || point.lat || ' and ' || point.lon);
    end loop;
    grant select (geom) on roofing.properties to authenticated;
end
$$;
