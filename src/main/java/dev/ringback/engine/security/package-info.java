/// Who calls: user tokens, project keys, tenants' API keys, the job secret. Each becomes a [Caller], which says with whose
/// rights its transactions run.
///
/// ```
///   Authorization: Bearer <JWT> ──▶ JwtVerifier ──▶ User | Service | Anonymous
///                  Bearer rb_…  ──▶ TenantKeys  ──▶ Tenant
///   apikey: sb_… | legacy JWT | rb_…            ──▶ Anonymous | Service | Tenant
///   x-job-secret                                ──▶ Scheduler
/// ```
///
/// A credential that is present but wrong ends the request, it never falls through to a weaker one.
/// We verify tokens with jose4j ourselves, not with an extension, because a project may sign with ES256, RS256 and a legacy
/// HS256 secret at once, and an HS256 token must never be tried against a public key.
package dev.ringback.engine.security;
