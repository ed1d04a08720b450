/// How a planned message leaves: policy → template → gate → provider → record.
///
/// Owns `engine.template`, `engine.sender_identity`, `engine.brake`. The statement that begins a submission checks
/// suppression and brake itself, because policy was asked a moment earlier.
package dev.ringback.engine.delivery;
