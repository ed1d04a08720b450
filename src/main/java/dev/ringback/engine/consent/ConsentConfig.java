package dev.ringback.engine.consent;

import java.util.Map;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "ringback.consent")
interface ConsentConfig {

    /// Keys for the hashes of addresses by key id, 32 bytes or more in base64. The last by id hashes, all are looked up.
    Map<String, String> hashKeys();
}
