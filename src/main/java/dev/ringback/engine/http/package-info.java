/// HTTP manners that every function shares: problems, request ids, body caps, bodies without a type, pages.
///
/// ```
///   request ─▶ FunctionGateway ─▶ route ─▶ caller ─▶ resource ─▶ answer
///              id, name, size,     404      401
///              body as JSON
/// ```
///
/// An error is an RFC 9457 problem that also carries the members Supabase's clients read.
/// A function is looked up before its caller is asked who he is, as Supabase's gateway does.
package dev.ringback.engine.http;
