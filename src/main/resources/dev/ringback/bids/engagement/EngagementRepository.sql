-- name: find_opt_outs
-- What a contractor lead's summary says about writing to it, and where it is reached.
select l.email, l.phone, s.opt_out_email, s.opt_out_sms, s.opt_out_all
  from bids.contractor_engagement_summary s join bids.contractor_leads l on l.id = s.contractor_lead_id
 where s.contractor_lead_id = :id::text::uuid;
