/// Whose database this is. A copy of one, restored into another project to look at something, has everybody's addresses and
/// everything that is planned: it sends nothing until somebody claims it.
///
/// Owns `engine.environment`: one row, written by the first that sends. We compare the project's reference, not the database's
/// system identifier, because an upgrade changes that and a physical copy doesn't; only where no project is configured the
/// cluster and the database stand for it.
package dev.ringback.engine.environment;
