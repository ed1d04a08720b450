package dev.ringback.fuzz;

import dev.ringback.engine.classify.AutoReplyRules;
import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.OptOutRules;
import dev.ringback.engine.classify.QuotedText;
import dev.ringback.engine.mail.BounceReport;
import dev.ringback.engine.mail.InboundMail;
import dev.ringback.engine.mail.MailParser;

/// A mail of any bytes: read, classified and bounded.
public final class MailFuzzer {

    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_ID = 250;

    private MailFuzzer() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] raw) {
        if (MailParser.parse(raw) instanceof InboundMail mail) {
            check(mail);
        }
    }

    private static void check(InboundMail mail) {
        var own = QuotedText.strip(mail.text());
        AutoReplyRules.read(mail.headers(), mail.subject(), mail.text());
        OptOutRules.read(own, Language.detect(own));
        require(mail.text().length() <= MailParser.MAX_TEXT_CHARS, "the text is too long");
        require(mail.from().length() <= LONGEST_ADDRESS, "the sender is too long");
        require(mail.messageId().length() <= LONGEST_ID, "the id is too long");
        require(mail.to().size() <= 500 && mail.references().size() <= 100, "too many addresses or references");
        storable(mail.text(), mail.subject(), mail.fromName(), mail.from(), mail.messageId(), mail.inReplyTo());
        mail.to().forEach(MailFuzzer::storable);
        mail.references().forEach(MailFuzzer::storable);
        if (mail.bounce() != null) {
            check(mail.bounce());
        }
    }

    private static void check(BounceReport bounce) {
        require(!bounce.permanent() || bounce.action().equals("failed") && bounce.status().startsWith("5"), "a passing failure is permanent");
        require(bounce.status().isEmpty() || bounce.status().matches("[245]\\.\\d{1,3}\\.\\d{1,3}"), "no status");
        storable(bounce.recipient(), bounce.action(), bounce.diagnostic(), bounce.originalMessageId());
    }

    // Postgres refuses U+0000 in text.
    private static void storable(String... texts) {
        for (var text : texts) {
            require(text.indexOf(0) < 0, "a text holds U+0000");
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
