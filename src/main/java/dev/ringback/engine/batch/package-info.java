/// Arrivals that are not read in one go: those that hold many events, and those whose content must be fetched.
///
/// ```
///   batch ─▶ an arrival per event, under the event's own id ─▶ each worked alone
///   notice ─▶ read ─▶ work that fetches ─▶ its end noted
/// ```
///
/// We take a batch apart by work and not while it is received, because reading it may fail and its sender is owed a quick answer. We
/// don't read its events in one transaction, because one that cannot be read would lose the others.
package dev.ringback.engine.batch;
