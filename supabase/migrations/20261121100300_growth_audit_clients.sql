-- Clients are edited by people, through the functions, the data API and plain SQL: each change is in the audit, except
-- that they were here.

create trigger clients_audit_insert after insert on growth.clients
    referencing new table as written
    for each statement execute function engine.audit_changes('growth', 'client', 'client_id', 'client_id', 'password_hash', 'api_key', 'smtp_password',
                                                      '-last_connection');
create trigger clients_audit_update after update on growth.clients
    referencing old table as gone new table as written
    for each statement execute function engine.audit_changes('growth', 'client', 'client_id', 'client_id', 'password_hash', 'api_key', 'smtp_password',
                                                      '-last_connection');
create trigger clients_audit_delete after delete on growth.clients
    referencing old table as gone
    for each statement execute function engine.audit_changes('growth', 'client', 'client_id', 'client_id', 'password_hash', 'api_key', 'smtp_password',
                                                      '-last_connection');
