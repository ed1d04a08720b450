/// What one command starts on a laptop and what the tests run against: an embedded PostgreSQL 17 and Redis, dressed as a
/// Supabase project. Neither jar nor executable needs it: its libraries have scope `provided`, and nothing refers to it.
///
/// ```
/// RunLocally ─▶ LocalStack ─▶ LocalPostgres ─▶ shims.sql ─▶ migrations ─▶ seed.sql ─▶ Quarkus ─▶ Banner
///                    └─────▶ LocalRedis                                                 └─────▶ NetPoller
/// ```
///
/// - We launch the servers' own binaries, not a library's wrapper, because a server must outlive a live reload, be found
///   again after a killed JVM, and start for root where user namespaces are forbidden.
/// - A server is its folder, not an object: whether it runs and how it is stopped is read from there and from system
///   properties, because each live reload brings new class loaders and forgets the objects.
/// - We apply migrations as `postgres`, not as the superuser, because `supabase db push` does; a migration that needs more
///   than the platform grants must fail here first.
/// - We fill in `auth`, `vault`, `net` and `cron` by plain SQL, not by a container, because one command must do. The vault
///   keeps its secrets in clear, and `cron` keeps schedules without running them: the application has its own scheduler.
/// - A seed that changed is not loaded again, as with the CLI: what is there may have been edited by hand.
package dev.ringback.local;
