package dev.ringback.engine.courtesy;

import java.time.Duration;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.courtesy")
interface CourtesyConfig {

    /// An answer that cannot leave within this time is not sent: 47 CFR 64.1200(a)(12) wants the confirmation of an opt-out within five
    /// minutes.
    @WithDefault("5m")
    Duration within();

    /// The channels on which STOP, START and HELP are answered.
    @WithDefault("email,sms,whatsapp")
    Set<String> channels();

    /// Providers whose carriers answer these words themselves, by text message.
    @WithDefault("twilio")
    Set<String> carrierAnswers();
}
