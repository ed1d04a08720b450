/// The doorbell of database webhooks: a changed row says that there may be work.
///
/// ```
///   row ─▶ trigger engine.ring_hook (signed), or supabase_functions.http_request (shared secret) ─▶ pg_net ─▶ hooks/db ─▶ due columns, dispatcher
/// ```
///
/// We take the body for a hint and read the database, not the body, because a webhook may come twice, late, in any order or not at
/// all: what it could tell is in the row already. Without it the same work is done a tick later.
package dev.ringback.engine.doorbell;
