package dev.ringback.engine.voice;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The installation's own account; a tenant may have its own instead.
@ConfigMapping(prefix = "ringback.channel.voice")
interface VoiceConfig {

    Telnyx telnyx();

    interface Telnyx {

        @WithDefault("https://api.telnyx.com")
        URI baseUrl();

        Optional<String> apiKey();

        /// The call control application's id.
        Optional<String> connectionId();

        /// The agent that leads calls whose instructions name none.
        Optional<String> assistantId();

        /// How a machine that answers is told from a person: `disabled`, `detect`, `premium`…
        @WithDefault("detect")
        String answeringMachineDetection();

        /// How long it rings when the call's instructions don't say; 5 s to 10 min.
        @WithDefault("30s")
        Duration ringing();

        /// The longest call when its instructions don't say; 1 min to 4 h.
        @WithDefault("10M")
        Duration longest();

        @WithDefault("30s")
        Duration timeout();
    }
}
