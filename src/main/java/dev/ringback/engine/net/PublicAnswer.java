package dev.ringback.engine.net;

/// What came of a request to an address that somebody else named. Silence after it had left is none of these but a failure.
public sealed interface PublicAnswer {

    /// Of any status; a redirect is not followed.
    record Answered(RawAnswer answer) implements PublicAnswer {}

    /// The address may never be asked.
    record Forbidden(String reason) implements PublicAnswer {}

    /// No request has left.
    record Unreached(String reason) implements PublicAnswer {}
}
