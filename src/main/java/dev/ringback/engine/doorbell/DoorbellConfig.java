package dev.ringback.engine.doorbell;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "ringback.hooks.db")
interface DoorbellConfig {

    /// Standard Webhooks secrets, as `engine.ring_hook` signs with; two during a rotation.
    Optional<List<String>> secrets();

    /// What a plain database webhook says in its header `x-webhook-secret`; two during a rotation. At least 16 characters each.
    Optional<List<String>> sharedSecrets();
}
