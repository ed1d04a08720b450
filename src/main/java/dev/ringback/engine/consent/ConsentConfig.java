package dev.ringback.engine.consent;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "ringback.consent")
interface ConsentConfig {

    /// Keys for the hashes of addresses by key id, 32 bytes or more in base64. The last by id hashes, all are looked up. One that
    /// is empty, because its variable is not set, is none.
    Map<String, Optional<String>> hashKeys();
}
