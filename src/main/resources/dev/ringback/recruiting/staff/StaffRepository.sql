-- name: is_staff
-- Whether the caller is one of the recruiters.
select recruiting.is_staff() as is_staff;
