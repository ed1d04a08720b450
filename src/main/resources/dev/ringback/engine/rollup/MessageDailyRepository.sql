-- name: recompute
-- Each event of a message counts on the tenant's day when it happened; the median is taken from the answers themselves. The wide
-- bounds are for the index, the zone decides.
with day as (
    select pack, tenant, day, zone, (day - 1)::timestamp at time zone 'UTC' as earliest, (day + 2)::timestamp at time zone 'UTC' as latest
      from unnest(:packs::text[], :tenants::text[], :days::date[], :zones::text[]) as d (pack, tenant, day, zone)
), fact as (
    select d.pack, d.tenant, d.day, m.channel, e.event, extract(epoch from m.replied_at - m.sent_at)::double precision / 60 as minutes
      from day d
      join engine.message m on m.pack = d.pack and m.tenant = d.tenant
       and (m.planned_at >= d.earliest and m.planned_at < d.latest or m.decided_at >= d.earliest and m.decided_at < d.latest
            or m.sent_at >= d.earliest and m.sent_at < d.latest or m.delivered_at >= d.earliest and m.delivered_at < d.latest
            or m.opened_at >= d.earliest and m.opened_at < d.latest or m.read_at >= d.earliest and m.read_at < d.latest
            or m.clicked_at >= d.earliest and m.clicked_at < d.latest or m.replied_at >= d.earliest and m.replied_at < d.latest
            or m.failed_at >= d.earliest and m.failed_at < d.latest or m.bounced_at >= d.earliest and m.bounced_at < d.latest
            or m.complained_at >= d.earliest and m.complained_at < d.latest or m.received_at >= d.earliest and m.received_at < d.latest)
     cross join lateral (values ('planned', m.planned_at), ('sent', m.sent_at), ('delivered', m.delivered_at),
                                ('opened', least(m.opened_at, m.read_at)), ('clicked', m.clicked_at), ('replied', m.replied_at),
                                ('failed', case when m.status = 'failed' then m.failed_at end), ('bounced', m.bounced_at),
                                ('complained', m.complained_at), ('received', m.received_at),
                                ('not_sent', case when m.status in ('suppressed', 'skipped', 'cancelled') then m.decided_at end)) as e (event, at)
     where (e.at at time zone d.zone)::date = d.day
), wanted as (
    select pack, tenant, day, channel,
           count(*) filter (where event = 'planned')::integer as planned,
           count(*) filter (where event = 'sent')::integer as sent,
           count(*) filter (where event = 'delivered')::integer as delivered,
           count(*) filter (where event = 'opened')::integer as opened,
           count(*) filter (where event = 'clicked')::integer as clicked,
           count(*) filter (where event = 'replied')::integer as replied,
           count(*) filter (where event = 'failed')::integer as failed,
           count(*) filter (where event = 'bounced')::integer as bounced,
           count(*) filter (where event = 'complained')::integer as complained,
           count(*) filter (where event = 'not_sent')::integer as not_sent,
           count(*) filter (where event = 'received')::integer as received,
           percentile_cont(0.5) within group (order by minutes) filter (where event = 'replied') as reply_minutes
      from fact
     group by pack, tenant, day, channel
), gone as (
    delete from engine.message_daily r using day d
     where r.pack = d.pack and r.tenant = d.tenant and r.day = d.day
       and not exists (select from wanted w where w.pack = r.pack and w.tenant = r.tenant and w.day = r.day and w.channel = r.channel)
    returning r.pack, r.tenant, r.day
), written as (
    insert into engine.message_daily as r
           (pack, tenant, day, channel, planned, sent, delivered, opened, clicked, replied, failed, bounced, complained, not_sent, received, reply_minutes)
    select pack, tenant, day, channel, planned, sent, delivered, opened, clicked, replied, failed, bounced, complained, not_sent, received, reply_minutes
      from wanted
    on conflict (pack, tenant, day, channel) do update
       set planned       = excluded.planned,
           sent          = excluded.sent,
           delivered     = excluded.delivered,
           opened        = excluded.opened,
           clicked       = excluded.clicked,
           replied       = excluded.replied,
           failed        = excluded.failed,
           bounced       = excluded.bounced,
           complained    = excluded.complained,
           not_sent      = excluded.not_sent,
           received      = excluded.received,
           reply_minutes = excluded.reply_minutes
     where (r.planned, r.sent, r.delivered, r.opened, r.clicked, r.replied, r.failed, r.bounced, r.complained, r.not_sent, r.received, r.reply_minutes)
           is distinct from
           (excluded.planned, excluded.sent, excluded.delivered, excluded.opened, excluded.clicked, excluded.replied,
            excluded.failed, excluded.bounced, excluded.complained, excluded.not_sent, excluded.received, excluded.reply_minutes)
    returning r.pack, r.tenant, r.day
)
select concat_ws('/', pack, tenant, day) as changed from gone
union
select concat_ws('/', pack, tenant, day) from written;

-- name: mark_range
-- The days of the range that have messages or rows; at noon, which every day has.
with zoned as (
    select m.pack, m.tenant, coalesce(s.zone, 'UTC') as zone, e.at
      from engine.message m
      left join engine.tenant_setting s on s.pack = m.pack and s.tenant = m.tenant
     cross join lateral (values (m.planned_at), (m.decided_at), (m.sent_at), (m.delivered_at), (m.opened_at), (m.read_at),
                                (m.clicked_at), (m.replied_at), (m.failed_at), (m.bounced_at), (m.complained_at), (m.received_at)) as e (at)
     where e.at is not null and (:pack::text is null or m.pack = :pack) and (:tenant::text is null or m.tenant = :tenant)
), day as (
    select pack, tenant, zone, (at at time zone zone)::date as day from zoned
    union
    select r.pack, r.tenant, coalesce(s.zone, 'UTC'), r.day
      from engine.message_daily r
      left join engine.tenant_setting s on s.pack = r.pack and s.tenant = r.tenant
     where (:pack::text is null or r.pack = :pack) and (:tenant::text is null or r.tenant = :tenant)
)
insert into engine.dirty_day (rollup, pack, tenant, at)
select 'engine.message_daily', pack, tenant, (day + time '12:00') at time zone zone
  from day
 where day between coalesce(:from::date, '-infinity') and coalesce(:to::date, 'infinity');
