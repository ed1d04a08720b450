package dev.ringback.engine.inbox;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "ringback.hooks")
interface InboxConfig {

    Mail mail();

    interface Mail {

        /// Standard Webhooks secrets; two during a rotation. The hook refuses everything when unset.
        Optional<List<String>> secrets();
    }
}
