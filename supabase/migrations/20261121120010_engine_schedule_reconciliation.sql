-- Messages that nobody works any more are looked for.
insert into engine.job (name, schedule, coarse_schedule) values ('reconcile-uncertain', '*/5 * * * *', null);
