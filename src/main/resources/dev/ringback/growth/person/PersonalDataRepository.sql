-- name: list_leads
-- What a client knows about whom these addresses reach.
select id, email, name, message, language, intent, tone, urgency, ai_summary, relationship_insight, current_tag, "timestamp", last_submitted_at
  from growth.lead_memory
 where client_id::text = :tenant and lower(email) = any (:addresses::text[])
 order by "timestamp", id
 limit :limit;

-- name: list_prospects
-- What the agency, where the tenant is that, knows about the businesses that these addresses reach, and what it wrote to them.
select p.id, p.business_name, p.website, p.contact_email, p.form_url, p.industry, p.region, p.language, p.contacted, p.response_score,
       p.automation_need_score, p.last_tested, p.created_at,
       (select jsonb_agg(jsonb_build_object('at', o.sent_at, 'status', o.status, 'subject', o.email_subject, 'text', o.email_body)
                         order by o.sent_at, o.id)
          from growth.prospect_outreach_log o where o.prospect_id = p.id) as outreach
  from growth.prospect_candidates p
 where exists (select from growth.clients c where c.client_id::text = :tenant and c.is_internal)
   and (lower(p.contact_email) = any (:addresses::text[]) or p.form_url = any (:addresses::text[]))
 order by p.created_at, p.id
 limit :limit;

-- name: erase_leads
-- Forgets the client's leads whom these addresses reach.
select growth.erase_leads(:tenant, :addresses, :now) as erased;

-- name: erase_prospects
-- The same with the agency's prospects, where the tenant is the agency.
select case when exists (select from growth.clients c where c.client_id::text = :tenant and c.is_internal)
            then growth.erase_prospects(:addresses) else 0 end as erased;
