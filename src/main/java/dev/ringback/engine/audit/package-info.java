/// Who changed what: append-only, with actor, request, before and after.
///
/// Owns `engine.audit`; Postgres refuses to update, delete or truncate it.
///
/// Two doors lead in. A use case calls [Audit#record] where what a person did is more than a row's change (a brake, a revoked
/// consent). A table that people edit has the triggers of `engine.audit_changes`, not calls from each use case, because rows
/// are also changed through the data API and plain SQL.
///
/// Before and after hold settings and ids, not what a subject said or where he lives: an audit outlives the subject.
package dev.ringback.engine.audit;
