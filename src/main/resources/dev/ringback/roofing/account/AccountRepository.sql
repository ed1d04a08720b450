-- name: record_subscription
-- How a customer's subscription stands, unless something newer is known. A state that we have no word for changes nothing.
with lives as (
    select array['incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'incomplete_expired', 'canceled'] as states
), changed as (
    update roofing.users u
       set subscription_status = :status, stripe_subscription_id = :subscription, subscription_changed_at = :at, updated_at = :now
      from lives l
     where u.stripe_customer_id = :customer and :status = any (l.states)
       and (coalesce(u.subscription_changed_at, '-infinity'::timestamptz), array_position(l.states, u.subscription_status))
           <= (:at::timestamptz, array_position(l.states, :status))
)
select exists (select from roofing.users where stripe_customer_id = :customer) as is_known;
