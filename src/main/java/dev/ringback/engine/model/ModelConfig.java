package dev.ringback.engine.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The optional model. It is asked only where both address and name are given.
@ConfigMapping(prefix = "ringback.model")
interface ModelConfig {

    /// Where `/chat/completions` is, with the version: `https://api.openai.com/v1`.
    Optional<URI> baseUrl();

    /// As the endpoint calls it.
    Optional<String> name();

    Optional<String> apiKey();

    @WithDefault("20s")
    Duration timeout();

    /// What others wrote is cut off there.
    @WithDefault("8000")
    int mostChars();

    /// How long an answer may be.
    @WithDefault("800")
    int mostTokens();

    /// What the endpoint calls that bound: newer ones of OpenAI want `max_completion_tokens`.
    @WithDefault("max_tokens")
    String tokensMember();
}
