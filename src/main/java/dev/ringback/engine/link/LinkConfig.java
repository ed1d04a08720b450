package dev.ringback.engine.link;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.links")
interface LinkConfig {

    /// Where people reach this installation, without a path; unset, no link is made and commercial mail does not leave.
    @WithDefault("${ringback.public-url:}")
    Optional<URI> publicUrl();

    /// Keys that sign links by key id, 32 bytes or more in base64. The last by id signs, all are accepted.
    Map<String, Optional<String>> keys();
}
