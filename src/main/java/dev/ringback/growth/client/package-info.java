/// Clients of the agency: registration, API key, settings. Owns `growth.clients`.
///
/// A client calls with its API key and still runs as `authenticated`, with a claim that names it: row level security holds
/// for its programs as for its people.
package dev.ringback.growth.client;
