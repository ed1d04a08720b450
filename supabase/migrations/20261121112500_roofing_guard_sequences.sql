-- Who may reach sequences, and that their parts belong together.

create trigger sequences_touch before update on roofing.sequences
    for each row execute function roofing.touch_updated_at();
create trigger sequences_keep_account before update of user_id on roofing.sequences
    for each row execute function engine.roofing_keep_account();
create trigger sequence_nodes_keep_account before insert or update of user_id, sequence_id on roofing.sequence_nodes
    for each row execute function engine.roofing_keep_account('sequences', 'sequence_id');
create trigger sequence_enrollments_keep_account before insert or update of user_id, sequence_id, lead_id
    on roofing.sequence_enrollments
    for each row execute function engine.roofing_keep_account('sequences', 'sequence_id', 'leads', 'lead_id');
create trigger sequence_executions_keep_account before insert or update of user_id, sequence_id, enrollment_id
    on roofing.sequence_executions
    for each row execute function engine.roofing_keep_account('sequence_enrollments', 'enrollment_id', 'sequences', 'sequence_id');

alter table roofing.sequences enable row level security;
create policy sequences_own_select on roofing.sequences for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy sequences_own_insert on roofing.sequences for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy sequences_own_update on roofing.sequences for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy sequences_own_delete on roofing.sequences for delete to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.sequence_nodes enable row level security;
create policy sequence_nodes_own_select on roofing.sequence_nodes for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy sequence_nodes_own_insert on roofing.sequence_nodes for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy sequence_nodes_own_update on roofing.sequence_nodes for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy sequence_nodes_own_delete on roofing.sequence_nodes for delete to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.sequence_enrollments enable row level security;
create policy sequence_enrollments_own_select on roofing.sequence_enrollments for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy sequence_enrollments_own_insert on roofing.sequence_enrollments for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy sequence_enrollments_own_update on roofing.sequence_enrollments for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.sequence_executions enable row level security;
create policy sequence_executions_own_select on roofing.sequence_executions for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));

grant select, insert, update, delete on roofing.sequences, roofing.sequence_nodes, roofing.sequence_enrollments, roofing.sequence_executions
    to service_role;
-- Totals and counters are rollups: not for people's hands. An enrolment is stopped, not deleted.
grant select, delete,
    insert (user_id, name, description, is_active, is_template, flow_data, working_hours_start, working_hours_end, working_days, timezone),
    update (name, description, is_active, is_template, flow_data, working_hours_start, working_hours_end, working_days, timezone)
    on roofing.sequences to authenticated;
grant select, delete,
    insert (sequence_id, node_id, node_type, position_x, position_y, config, ai_instructions, next_nodes, condition_rules, user_id),
    update (node_id, node_type, position_x, position_y, config, ai_instructions, next_nodes, condition_rules)
    on roofing.sequence_nodes to authenticated;
grant select,
    insert (sequence_id, lead_id, user_id, status, current_node_id, next_execution_at),
    update (status, stop_reason, current_node_id, next_execution_at, completed_at, conversion_outcome, converted, conversion_date)
    on roofing.sequence_enrollments to authenticated;
grant select on roofing.sequence_executions to authenticated;
