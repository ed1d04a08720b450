package dev.ringback.engine.hook;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/// What proves that a call is a provider's own; two of each during a rotation. Where nothing is set, a hook refuses everything.
@ConfigMapping(prefix = "ringback.hooks")
interface HookConfig {

    Keys resend();

    SendGrid sendgrid();

    Keys mailgun();

    Keys postmark();

    Keys twilio();

    Keys telnyx();

    Meta metaWhatsapp();

    Keys voiceAgent();

    Keys stripe();

    interface Keys {

        /// Signing secrets; of Telnyx its public keys; of Postmark `user:password`, as in the address that it was given.
        Optional<List<String>> secrets();
    }

    interface SendGrid {

        /// Public keys of the signed event webhook, and of inbound parse where that is signed too.
        Optional<List<String>> secrets();

        /// `user:password` in the address of an inbound parse that is not signed.
        Optional<List<String>> inboundSecrets();
    }

    interface Meta {

        /// Of the app.
        Optional<List<String>> secrets();

        /// What Meta shows when the address is set up there.
        Optional<String> verifyToken();
    }
}
