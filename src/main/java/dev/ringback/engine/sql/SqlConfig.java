package dev.ringback.engine.sql;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.sql")
interface SqlConfig {

    /// How long one statement may run. Supabase gives signed-in callers eight seconds.
    @WithDefault("8s")
    Duration statementTimeout();
}
