-- name: notify_homeowner
-- Tells the person whose card it is: the project's homeowner, else the person of the card's thread.
insert into bids.notifications (user_id, kind, title, data, bid_card_id, created_at)
select owner.user_id, :kind, :title, :data, c.id, :now
  from bids.bid_cards c
  cross join lateral (
           select coalesce(
                      (select h.user_id from bids.projects p join bids.homeowners h on h.id = p.homeowner_id where p.id = c.project_id),
                      (select a.user_id from bids.agent_conversations a
                        where a.thread_id = c.cia_thread_id and a.user_id is not null
                        order by a.created_at
                        limit 1)) as user_id) owner
 where c.id = case when :card::text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then :card::text::uuid end and owner.user_id is not null;
