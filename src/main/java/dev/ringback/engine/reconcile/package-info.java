/// The job `reconcile-uncertain`: no message stays on its way for ever.
///
/// The next attempt of a message's own work settles it, as a rule; this job is for those that have none: a dead letter, or an
/// answer that cancelled the work of a message which a crash had left half sent.
package dev.ringback.engine.reconcile;
