-- The document gives no SQL but the tables' columns. What it gives of commands and code, and why it does not run here:

-- line 1078: create migration: alembic revision --autogenerate
-- exception: migrations are plain SQL for the Supabase CLI, written by hand

-- line 1082: apply migrations: alembic upgrade head
-- exception: supabase db push, or the embedded runner, applies the files of supabase/migrations

-- line 1085: rollback: alembic downgrade -1
-- exception: the Supabase CLI knows no way back; a migration that was wrong is followed by one that is right

-- line 1106: transactions: db.add, db.commit, db.rollback in Python
-- exception: every write of the functions is a transaction of the reactive client; the pattern is no SQL
