-- pg_cron, where the server has none: schedules are kept, not run; the application's own scheduler calls the jobs here. A job
-- belongs to who schedules it, as there; so the functions run as their caller, who may therefore write the table, too.
create schema if not exists cron;
grant usage on schema cron to postgres;

create table if not exists cron.job (
    jobid    bigint generated always as identity primary key,
    schedule text not null,
    command  text not null,
    nodename text not null default 'localhost',
    nodeport integer not null default 5432,
    database text not null default current_database(),
    username text not null default current_user,
    active   boolean not null default true,
    jobname  text,
    unique (jobname, username)
);
grant select, insert, update, delete on cron.job to postgres;

create or replace function cron.schedule(job_name text, schedule text, command text)
    returns bigint language sql set search_path = '' as $$
    insert into cron.job (jobname, schedule, command) values (job_name, schedule, command)
    on conflict (jobname, username) do update set schedule = excluded.schedule, command = excluded.command
    returning jobid
$$;

create or replace function cron.unschedule(job_name text)
    returns boolean language plpgsql set search_path = '' as $$
begin
    delete from cron.job where jobname = job_name and username = current_user;
    if not found then
        raise exception 'could not find valid entry for job ''%''', job_name;
    end if;
    return true;
end
$$;

revoke all on all functions in schema cron from public;
grant execute on all functions in schema cron to postgres;
