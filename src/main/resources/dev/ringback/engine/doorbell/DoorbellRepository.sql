-- name: enqueue_missed
-- What is due and has no work, where the table that changed is one with due columns.
select engine.enqueue_missed(:limit) as missed where exists (select from engine.due_column where table_name = :table);
