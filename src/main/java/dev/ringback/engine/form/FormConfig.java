package dev.ringback.engine.form;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.channel.web-form")
interface FormConfig {

    Http http();

    interface Http {

        @WithDefault("Mozilla/5.0 (compatible; Ringback)")
        String userAgent();

        /// How long a page may take.
        @WithDefault("20s")
        Duration timeout();
    }
}
