/// What is said: Liquid templates and their rendering.
///
/// Owns `engine.template`.
package dev.ringback.engine.template;
