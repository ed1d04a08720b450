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
-- Whose key it is.
select client_id from growth.clients where api_key = :digest;
