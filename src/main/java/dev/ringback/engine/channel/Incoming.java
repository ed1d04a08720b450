package dev.ringback.engine.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a person sent us, in the one form that all channels come down to.
///
/// @param id         names the provider's event: the same delivery again is the same message
/// @param provider   as in `engine.message.provider`
/// @param providerId the provider's id of it; null where it has none
/// @param to         our addresses and numbers that it names, normalised; a mail may name several
/// @param from       normalised
/// @param subject    null where the channel has none
/// @param text       the person's own words, without what he quotes
/// @param at         when it was sent as the provider reports it, at the latest when it arrived
/// @param answers    what it says that it answers: Message-IDs of mails, the provider's ids of messages; mostly empty
public record Incoming(UUID id, Channel channel, String provider, String providerId, List<String> to, String from, String subject, String text,
        List<Medium> media, Instant at, List<String> answers) {

    /// Something that came along.
    ///
    /// @param type      MIME type, or what the provider calls it: `image`, `audio`…
    /// @param reference an address, or the provider's id under which it is fetched
    public record Medium(String type, String reference) {}

    public Incoming {
        providerId = storable(providerId);
        to = to.stream().map(Incoming::storable).toList();
        from = storable(from);
        subject = storable(subject);
        text = storable(text);
        media = media.stream().map(medium -> new Medium(storable(medium.type()), storable(medium.reference()))).toList();
        answers = answers.stream().map(Incoming::storable).toList();
    }

    // Postgres keeps any character but this one.
    private static String storable(String said) {
        return said == null ? null : said.replace("\0", "");
    }
}
