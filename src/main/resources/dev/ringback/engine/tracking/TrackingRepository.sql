-- name: store
-- Something of a mail was fetched: the hit and the work that judges it. Nothing of a mail whose recipient was forgotten, and no more than
-- :most of each kind of one mail. An erasure that runs is waited for.
with stored as (
    insert into engine.tracking_hit (message, kind, link, at, user_agent, is_head, is_prefetch)
    select m.id, :kind, :link, :at, :agent, :is_head, :is_prefetch
      from engine.message m
     where m.id = :message and m.direction = 'out' and m.their_address <> 'erased'
       and (select count(*) from (select h.id from engine.tracking_hit h where h.message = m.id and h.kind = :kind limit :most) as kept) < :most
       for share of m
    returning id, message
)
select engine.enqueue('engine', :work, m.tenant, 'tracking-hit', s.id::text, :work || ':' || s.id, :judged_at) as is_enqueued
  from stored s join engine.message m on m.id = s.message;

-- name: list_unjudged
-- Hits nobody has judged yet, each with how many links of its mail were followed around it.
select h.id, h.message, h.kind, h.at, h.user_agent, h.is_head, h.is_prefetch, coalesce(m.sent_at, m.submitting_at) as left_at,
       (select count(distinct o.link) from engine.tracking_hit o
         where o.message = h.message and o.kind = 'click'
           and o.at between h.at - make_interval(secs => :burst_seconds::double precision)
                        and h.at + make_interval(secs => :burst_seconds::double precision))::integer as links
  from engine.tracking_hit h join engine.message m on m.id = h.message
 where h.id = any (:ids::uuid[]) and h.judged_at is null
 order by h.id;

-- name: record
-- Whose hits they are: a machine's by a rule, or else a person's.
update engine.tracking_hit h
   set rule = j.rule, rules_version = :version, judged_at = :now
  from unnest(:ids::uuid[], :rules::text[]) as j (id, rule)
 where h.id = j.id and h.judged_at is null;
