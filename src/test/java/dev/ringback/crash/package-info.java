/// The packaged application as several processes on one database, killed, stopped and continued from outside.
///
/// ```
///   Traffic ──HTTP──▶ App (a process) ──▶ Postbox (the provider, with a memory of its own)
///      └────SQL──▶ Postgres ◀── PgProxy ──┘
/// ```
///
/// Between each process and Postgres stands a [PgProxy] that reads the protocol far enough to know which transaction is about to
/// commit and which just has. With the provider's three moments those are the [KillPoint]s. A new kind of transaction is a new
/// pair of points by itself, and the test fails until both were hit.
///
/// We kill from outside, there is no switch for it in the product, because a switch would be a line that production has and no
/// user wants, and would kill where its author thought of it.
package dev.ringback.crash;
