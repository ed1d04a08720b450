/// The one door to Postgres. A repository keeps its statements in a `.sql` file beside its class ([Statements]), binds them
/// ([Query]) and runs them in a transaction ([Tx]) that [Database] opened as a caller or as the service.
///
/// We pass the transaction along, we don't keep it in a context, because then the code shows what commits together and a
/// statement outside a transaction, which would run without row level security's claims, cannot be written.
///
/// We log in as a role that may do nothing and take the caller's role per transaction, not once per connection, because
/// connections are shared and poolers hand them out per transaction.
package dev.ringback.engine.sql;
