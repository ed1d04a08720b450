package dev.ringback.engine.environment;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "ringback.environment")
interface EnvironmentConfig {

    /// The project that this installation belongs to: its Supabase URL. Where there is none, the database cluster stands for it.
    Optional<String> project();
}
