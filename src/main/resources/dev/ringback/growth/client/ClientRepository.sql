-- name: register
-- A new client. The table's trigger keeps the key as a digest and puts the SMTP password into the vault.
insert into growth.clients
       (client_id, business_name, contact_name, email, password_hash, api_key, language, email_tone, followup_speed, time_zone,
        booking_link, custom_tagline, outbound_email, smtp_host, smtp_port, smtp_username, smtp_password)
values (:client_id, :business_name, :contact_name, :email, coalesce(:password_hash, '!'), :api_key, coalesce(:language, 'en'),
        coalesce(:email_tone, 'Friendly'), coalesce(:followup_speed, 'Instant'), coalesce(:time_zone, :default_zone),
        :booking_link, :custom_tagline, :outbound_email, :smtp_host, :smtp_port, :smtp_username, :smtp_password)
returning api_key_prefix;

-- name: find_by_key
-- Whose key or session token it is, and when he was last noted to be here. A replaced key opens until its overlap ends, or until a
-- later rotation ends all at once.
select c.client_id, c.last_connection
  from growth.clients c
  join (select client_id from growth.clients where api_key = :digest
        union all
        select r.client_id
          from growth.api_key_rotation_log r
         where r.old_key = :digest and r.overlap_until > :now
           and not exists (select from growth.api_key_rotation_log later
                            where later.client_id = r.client_id and later.overlap_until is null and later.rotated_at >= r.rotated_at)
        union all
        select client_id from growth.client_session where token_digest = :digest and ended_at is null and expires_at > :now) as found
    on found.client_id = c.client_id
 limit 1;

-- name: note_connection
-- The client was here. Two requests at once note it once.
update growth.clients set last_connection = :now where client_id = :client_id and (last_connection is null or last_connection < :before);
