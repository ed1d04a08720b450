-- name: enter
-- Takes the keys of the messages' addresses, without waiting; answers which messages have all of theirs.
select entered.id from engine.enter_gate(:ids::uuid[], :hashes::bytea[]) as entered (id);

-- name: take_slots
-- Locks what is counted for these messages, in one order, so that capped messages pass one after another. It is a statement of
-- its own: the one that counts must begin when the lock is held, or it counts by an older picture.
insert into engine.send_slot (pack, tenant, channel, address_hash)
select w.pack, w.tenant, w.channel, w.address_hash
  from (
           select m.pack, m.tenant, m.channel, ''::bytea as address_hash
             from engine.message m join engine.sender_identity s on s.pack = m.pack and s.tenant = m.tenant and s.channel = m.channel
            where m.id = any (:ids::uuid[]) and (s.daily_cap is not null or s.ramp_step is not null or s.min_gap is not null)
           union
           select m.pack, m.tenant, '*', (engine.person_hashes(m.pack, m.tenant, m.their_hash))[1]
             from engine.message m join engine.cap c
               on c.pack in ('*', m.pack) and c.tenant in ('*', m.tenant) and c.channel in ('*', m.channel)
            where m.id = any (:ids::uuid[])
           union
           select m.pack, m.tenant, '*', (engine.person_hashes(m.pack, m.tenant, m.their_hash))[1]
             from engine.message m where m.id = any (:capped::uuid[])) w
 order by w.pack, w.tenant, w.channel, w.address_hash
on conflict (pack, tenant, channel, address_hash) do update set channel = excluded.channel;

-- name: begin_submissions
-- The gate: nothing leaves without its row here, and it looks at environment, suppression, brake and caps itself, message by
-- message. Rows that somebody is just changing are left to be asked again. Within the batch later messages count after earlier
-- ones, so the caps hold whatever is in it.
with asked as (
    select a.id, a.our_address, a.reference, a.subject, a.body_text, a.provider, a.family, a.ord
      from unnest(:ids::uuid[], :our_addresses::text[], :references::text[], :subjects::text[], :texts::text[], :providers::text[],
                  :families::text[])
           with ordinality as a (id, our_address, reference, subject, body_text, provider, family, ord)
), address as (
    select h.id, h.hash from unnest(:owners::uuid[], :hashes::bytea[]) as h (id, hash)
), live as (
    select m.id, m.pack, m.tenant, m.channel, m.purpose, m.their_hash, m.counted_on = (:now at time zone 'UTC')::date as is_counted
      from engine.message m join asked a on a.id = m.id
     where (m.status in ('planned', 'claimed', 'submitting', 'uncertain') or m.status = 'failed' and m.rule = 'dead_letter')
       and m.settled_at is null and m.stop_reason is null
       for no key update of m skip locked
), free as (
    select l.id, l.pack, l.tenant, l.channel, l.their_hash, l.is_counted, a.ord
      from live l join asked a on a.id = l.id
     where exists (select from engine.environment e where e.project = coalesce(:project::text, engine.here()))
       and (l.purpose = 'opt_out_confirmation'
            or engine.suppression_reason(l.pack, l.tenant, (select array_agg(h.hash) from address h where h.id = l.id), a.family, null, :now) is null)
       and not exists (select from engine.brake b
                        where b.pack in ('*', l.pack) and b.tenant in ('*', l.tenant) and b.channel in ('*', l.channel))
), capped as (
    select f.id, f.pack, f.tenant, f.their_hash, f.ord, c.channel, c.most, c.period
      from free f join engine.cap c on c.pack in ('*', f.pack) and c.tenant in ('*', f.tenant) and c.channel in ('*', f.channel)
     union all
    select f.id, f.pack, f.tenant, f.their_hash, f.ord, f.channel, c.most, make_interval(secs => c.seconds)
      from free f
      join unnest(:capped::uuid[], :most::integer[], :seconds::double precision[]) as c (id, most, seconds) on c.id = f.id
), personal as materialized (
    select c.id, c.pack, c.tenant, c.ord, c.channel, c.most, c.period, engine.person_hashes(c.pack, c.tenant, c.their_hash) as hashes
      from capped c
), heard as (
    select p.id, p.most,
           (select count(*) from engine.message x
             where x.their_hash = any (p.hashes) and x.pack = p.pack and x.tenant = p.tenant and x.id <> p.id and x.direction = 'out'
               and p.channel in ('*', x.channel) and x.submitting_at > :now::timestamptz - p.period)
           + row_number() over (partition by p.channel, p.most, p.period, p.pack, p.tenant, p.hashes[1] order by p.ord) as nth
      from personal p
), welcome as (
    select f.id, f.pack, f.tenant, f.channel, f.is_counted, f.ord from free f
     where not exists (select from heard where heard.id = f.id and heard.nth > heard.most)
), sender as (
    select w.id, engine.daily_limit(s, :now) as most, s.min_gap, l.last_at, coalesce(w.is_counted, false) as is_counted,
           case when l.day = (:now at time zone 'UTC')::date then l.used else 0 end
           + count(*) filter (where w.is_counted is not true) over (partition by w.pack, w.tenant, w.channel order by w.ord) as nth,
           row_number() over (partition by w.pack, w.tenant, w.channel order by w.ord) as turn
      from welcome w
      left join engine.sender_identity s on s.pack = w.pack and s.tenant = w.tenant and s.channel = w.channel
      left join engine.send_slot l on l.pack = w.pack and l.tenant = w.tenant and l.channel = w.channel and l.address_hash = ''
), begun as (
    update engine.message m
       set status        = 'submitting',
           our_address   = a.our_address,
           reference     = a.reference,
           subject       = a.subject,
           body_text     = a.body_text,
           provider      = a.provider,
           submitting_at = :now,
           counted_on    = (:now at time zone 'UTC')::date,
           reason        = null,
           rule          = 'clear',
           held_until    = null,
           decided_at    = :now
      from sender s join asked a on a.id = s.id
     where m.id = s.id
       and (s.most is null or s.is_counted or s.nth <= s.most)
       and (s.min_gap is null or s.turn = 1 and (s.last_at is null or s.last_at + s.min_gap <= :now))
    returning m.id, m.pack, m.tenant, m.channel, s.is_counted
), counted as (
    update engine.send_slot l
       set day     = (:now at time zone 'UTC')::date,
           used    = case when l.day = (:now at time zone 'UTC')::date then l.used else 0 end + b.new,
           last_at = :now
      from (select pack, tenant, channel, count(*) filter (where not is_counted) as new from begun group by pack, tenant, channel) b
     where l.pack = b.pack and l.tenant = b.tenant and l.channel = b.channel and l.address_hash = ''
)
select id from begun;
