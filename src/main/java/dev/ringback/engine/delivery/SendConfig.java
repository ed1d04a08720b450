package dev.ringback.engine.delivery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "ringback.send")
interface SendConfig {

    /// At most so many messages are claimed together: few, because each waits for its provider.
    @WithDefault("32")
    int batch();

    /// So many messages of a batch are decided about and handed to their providers at once, then the next.
    @WithDefault("16")
    int concurrency();

    /// Results are written down together, at most so many and so late.
    @WithDefault("50")
    int flush();

    @WithDefault("50ms")
    Duration flushAfter();

    /// What becomes of a message of which neither we nor the provider know whether it left.
    ByChannel uncertain();

    /// How long after a submission began its provider is not asked about it: longer than any time-out, for it may still be on
    /// its way.
    @WithDefault("2m")
    Duration settleAfter();

    interface ByChannel {

        @WithDefault("send-again")
        Uncertain email();

        @WithDefault("give-up")
        Uncertain sms();

        @WithDefault("give-up")
        Uncertain voice();

        @WithDefault("give-up")
        Uncertain whatsapp();

        @WithName("web_form")
        @WithDefault("give-up")
        Uncertain webForm();
    }

    enum Uncertain {
        /// At most once.
        GIVE_UP,
        /// At least once, recognisable as a copy.
        SEND_AGAIN
    }
}
