package dev.ringback.growth.probe;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.probe")
interface ProbeConfig {

    /// Who asks. An answer is personal when it uses the first name.
    @WithDefault("Alex Morgan")
    String name();

    /// How long an automatic answer may take.
    @WithDefault("1h")
    Duration patience();

    /// What comes sooner was typed by nobody.
    @WithDefault("2m")
    Duration fastestTyping();

    /// New prospects that one run of the job asks; 0 leaves all to `growth-prospect-probe`.
    @WithDefault("20")
    int perRun();
}
