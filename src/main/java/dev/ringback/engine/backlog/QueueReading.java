package dev.ringback.engine.backlog;

/// How the queue stands.
///
/// @param ready                 items that may run now, counted up to a bound
/// @param lagSeconds            how late the head of the queue is
/// @param oldestSnapshotSeconds the age of the oldest transaction that keeps dead rows from being removed
record QueueReading(long ready, double lagSeconds, long deadLetters, double oldestSnapshotSeconds) {

    static final QueueReading NONE = new QueueReading(0, 0, 0, 0);
}
