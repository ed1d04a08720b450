-- What StatementsTest reads. A comment above the first name belongs to the file.

-- name: find_due
-- What is due at :now, oldest first.
-- A second line of purpose.
select id
  from engine.thing -- not :a_parameter
 where due_at <= :now
 order by due_at
 limit :limit;

-- name: record_seen
-- Absolute values: twice is once.
update engine.thing
   set seen_at = :now
 where id = :id;
