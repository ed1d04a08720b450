/// What is put into the local database: the shims of a Supabase project (`shims*.sql`), the repository's own
/// migrations and seed, and for tests a subset of pgTAP (`pgtap.sql`).
package dev.ringback.local.database;
