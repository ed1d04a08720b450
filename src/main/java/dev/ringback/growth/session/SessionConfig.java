package dev.ringback.growth.session;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.session")
interface SessionConfig {

    @WithDefault("12h")
    Duration lasts();

    /// So many failed attempts for one address within `failuresWithin` close it until they are older.
    @WithDefault("10")
    int mostFailures();

    @WithDefault("15m")
    Duration failuresWithin();

    /// Of the hash that is checked for addresses that nobody has: as slow as a client's own.
    @WithDefault("${ringback.growth.client.bcrypt-cost:12}")
    int bcryptCost();
}
