/// The OpenAPI document, completed while the application is built: nothing of it runs in the executable.
///
/// ```
///   annotations ─▶ Quarkus' document ─▶ OpenApiManners ─▶ operation id, tag, roles, refusals, headers, examples
/// ```
///
/// We add here what every function has in common, not by annotations on each, because a resource must stay readable. An
/// example is put together from the examples of its members, which stand on the records.
package dev.ringback.engine.openapi;
