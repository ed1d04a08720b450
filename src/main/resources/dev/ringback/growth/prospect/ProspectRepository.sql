-- name: upsert
-- Businesses by their identity; of several rows about one the first counts. What a row leaves out, a known prospect keeps.
with given as (
    select number, name, website, email, form, industry, region, language, growth.prospect_identity(website, email, form, name, region) as identity
      from unnest(:numbers::integer[], :names::text[], :websites::text[], :emails::text[], :forms::text[], :industries::text[], :regions::text[],
                  :languages::text[]) as g (number, name, website, email, form, industry, region, language)
), first as (
    select distinct on (identity) number, name, website, email, form, industry, region, language, identity
      from given
     order by identity, number
), written as (
    insert into growth.prospect_candidates as p
           (business_name, website, contact_email, form_url, industry, region, language, created_at)
    select name, website, email, form, industry, region, coalesce(language, 'en'), :now
      from first
     order by identity
    on conflict (identity) do update
       set business_name = excluded.business_name,
           website       = coalesce(excluded.website, p.website),
           contact_email = coalesce(excluded.contact_email, p.contact_email),
           form_url      = coalesce(excluded.form_url, p.form_url),
           industry      = coalesce(excluded.industry, p.industry),
           region        = coalesce(excluded.region, p.region)
    returning p.id, p.identity, p.xmax = 0 as created
)
select g.number, f.number as first, w.id, w.created
  from given g
  join first f on f.identity = g.identity
  join written w on w.identity = g.identity
 order by g.number;

-- name: find_all
-- Those of the prospects that the caller may see.
select id, business_name, website, contact_email, form_url, industry, region, language, response_score, automation_need_score, contacted, last_tested
  from growth.prospect_candidates
 where id = any (:ids::uuid[])
 order by id;

-- name: list_priority
-- The prospects that need us most.
select id, business_name, website, contact_email, form_url, industry, region, language, response_score, automation_need_score, contacted, last_tested
  from growth.prospect_candidates
 where automation_need_score >= 70
   and (:contacted::boolean is null or contacted = :contacted)
   and (:industry::text is null or industry = :industry)
   and (:region::text is null or region = :region)
 order by automation_need_score desc, id
 limit :limit;
