/// The job `reconcile-uncertain`: no message stays on its way for ever.
///
/// The next attempt of a message's own work settles it, as a rule; this job is for those that have none: an answer cancelled the
/// work of a message which a crash had left half sent, or somebody took the work away.
package dev.ringback.engine.reconcile;
