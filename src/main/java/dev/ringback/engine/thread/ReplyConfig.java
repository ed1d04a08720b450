package dev.ringback.engine.thread;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/// Where answers to our mails are sent.
@ConfigMapping(prefix = "ringback.links")
interface ReplyConfig {

    /// A domain all of whose mail is handed in here; unset, answers go to the tenant's address.
    Optional<String> replyDomain();

    /// The last by id signs, all are accepted.
    Map<String, Optional<String>> keys();
}
