-- name: find_owner
-- The caller's client.
select client_id, business_name, email, language from growth.clients where client_id = growth.current_client_id();

-- name: keep
-- The server that took the test mail is the sender. The table's trigger puts the password into the vault.
update growth.clients
   set outbound_email = :outbound_email, smtp_host = :host, smtp_port = :port, smtp_username = :username, smtp_password = :password,
       smtp_verified_at = :now
 where client_id = :client;

-- name: forget
-- The installation's own server sends again; the table's trigger empties the vault.
update growth.clients
   set smtp_host = null, smtp_port = null, smtp_username = null, smtp_password = null, smtp_verified_at = null
 where client_id = :client;
