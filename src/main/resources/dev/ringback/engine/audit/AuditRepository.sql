-- name: sign
-- Names who acts in this transaction, for whatever records it.
select set_config('engine.actor', :actor, true), set_config('engine.actor_kind', :actor_kind, true),
       set_config('engine.request_id', :request_id, true);

-- name: record
-- One entry in the name that the transaction was signed with.
insert into engine.audit (actor, actor_kind, pack, tenant, action, object_kind, object_id, before, after, request_id)
select actor, actor_kind, :pack, :tenant, :action, :object_kind, :object_id, :before, :after,
       nullif(current_setting('engine.request_id', true), '')
  from engine.actor();
