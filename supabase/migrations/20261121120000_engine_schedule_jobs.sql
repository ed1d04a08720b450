-- Calls of the jobs by pg_cron, for deployments without an always-on instance.

create table engine.job (
    name            text primary key check (name ~ '^[a-z][a-z-]*$'),
    schedule        text not null,
    coarse_schedule text
);
comment on table engine.job is 'The jobs that pg_cron calls. A migration that brings a job adds its row; engine.schedule_jobs takes it from there.';
comment on column engine.job.schedule is
    'Five fields of cron, in UTC, or "n seconds". Nightly jobs are called every hour: they run once a night, and one that died is found.';
comment on column engine.job.coarse_schedule is 'For pg_cron before 1.5, which knows no seconds; null where the schedule has none.';

alter table engine.job enable row level security;
grant select, insert, update, delete on engine.job to service_role;

insert into engine.job (name, schedule, coarse_schedule)
values ('dispatch-due', '10 seconds', '* * * * *'),
       ('sweep-missed', '* * * * *', null),
       ('key-and-session-expiry', '7 * * * *', null),
       ('reconcile-uncertain', '*/5 * * * *', null),
       ('growth-daily', '15 * * * *', null),
       ('prospect-probe', '4,14,24,34,44,54 * * * *', null),
       ('hot-lead-escalate', '*/5 * * * *', null),
       ('integrity-audit', '23 * * * *', null),
       ('retention', '43 * * * *', null),
       ('leads-auto-archive', '53 * * * *', null),
       ('rollup-daily', '1,16,31,46 * * * *', null),
       ('rollup-dirty', '* * * * *', null);

-- Whether this database has what calls and what posts. Of an extension's version 1.4-1 the numbers before the dash count.
create function engine.can_schedule_jobs() returns boolean
    language sql stable
    set search_path = ''
as $$
    select pg_catalog.to_regprocedure('cron.schedule(text,text,text)') is not null
       and pg_catalog.to_regprocedure('net.http_post(text,jsonb,jsonb,jsonb,integer)') is not null
$$;
revoke execute on function engine.can_schedule_jobs() from public;
grant execute on function engine.can_schedule_jobs() to service_role;

create function engine.cron_knows_seconds() returns boolean
    language sql stable
    set search_path = ''
as $$
    select coalesce((select pg_catalog.string_to_array(substring(extversion from '^\d+(?:\.\d+)?'), '.')::integer[] >= '{1,5}'
                       from pg_catalog.pg_extension where extname = 'pg_cron'), false)
$$;
revoke execute on function engine.cron_knows_seconds() from public;

-- Schedules every job of engine.job as `ringback-<job>`: a POST to <base_url>/jobs/<job>, for example
-- https://ringback.example.org/functions/v1/jobs/dispatch-due, with the secret that the vault holds under `secret_name` when the
-- call is made; without a secret there, no call. Takes away our schedules of jobs that are no more. Answers how many schedules
-- it changed: calling it again with the same arguments changes nothing.
create function engine.schedule_jobs(base_url text, secret_name text) returns integer
    language plpgsql security definer
    set search_path = ''
as $$
declare
    changed integer := 0;
    wanted  record;
begin
    if not engine.can_schedule_jobs() then
        raise exception 'pg_cron and pg_net are not installed in this database' using errcode = 'feature_not_supported',
            hint = 'pg_cron serves one database: the one that cron.database_name names.';
    end if;
    if (base_url ~ '^https?://[^\s?#]+$') is not true or secret_name is null then
        raise exception 'base_url must be an http address and secret_name a name of the vault' using errcode = 'invalid_parameter_value';
    end if;
    for wanted in
        select 'ringback-' || name as jobname,
               case when engine.cron_knows_seconds() then schedule else coalesce(coarse_schedule, schedule) end as schedule,
               format('select net.http_post(url := %L, headers := jsonb_build_object(''Content-Type'', ''application/json'', '
                      '''x-job-secret'', secret), timeout_milliseconds := 30000) from engine.secret(%L) as vault (secret) where secret is not null',
                      pg_catalog.rtrim(base_url, '/') || '/jobs/' || name, secret_name) as command
          from engine.job
    loop
        if not exists (select from cron.job as known
                        where known.jobname = wanted.jobname and known.schedule = wanted.schedule and known.command = wanted.command) then
            perform cron.schedule(wanted.jobname, wanted.schedule, wanted.command);
            changed := changed + 1;
        end if;
    end loop;
    for wanted in
        select known.jobname from cron.job as known
         where known.jobname like 'ringback-%' and not exists (select from engine.job where known.jobname = 'ringback-' || name)
    loop
        perform cron.unschedule(wanted.jobname);
        changed := changed + 1;
    end loop;
    return changed;
end
$$;
comment on function engine.schedule_jobs(text, text) is 'Has pg_cron call the jobs. For the owner, when the address or the extensions come later.';
revoke execute on function engine.schedule_jobs(text, text) from public;
grant execute on function engine.schedule_jobs(text, text) to service_role;

-- Where the vault knows the doorbell's address already, the jobs beside it are known, too.
do $$
declare
    dispatch_url text := engine.secret('ringback_dispatch_url');
begin
    if engine.can_schedule_jobs() and dispatch_url like '%/jobs/dispatch-due' and engine.secret('ringback_job_secret') is not null then
        perform engine.schedule_jobs(left(dispatch_url, -length('/jobs/dispatch-due')), 'ringback_job_secret');
    end if;
end
$$;
