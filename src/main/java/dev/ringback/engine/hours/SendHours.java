package dev.ringback.engine.hours;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.hours.HoursRepository.Capped;
import dev.ringback.engine.hours.HoursRepository.Heard;
import dev.ringback.engine.law.Law;
import dev.ringback.engine.law.LegalHours;
import dev.ringback.engine.law.WindowRules;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.message.Terms;
import dev.ringback.engine.place.Place;
import dev.ringback.engine.place.Whereabouts;
import dev.ringback.engine.policy.SendFacts.Hours;
import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.policy.SendFacts.Spread;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Finds out when messages may leave; a few statements for all of them.
@ApplicationScoped
public class SendHours {

    // As long as WhatsApp's customer service window; a live conversation is shorter.
    private static final Duration HEARD_WITHIN = Duration.ofHours(24);
    private static final Heard NOTHING = new Heard(null, null, null);

    private final LegalHours legal;
    private final PackConversations packs;
    private final HoursRepository repository;
    private final HoursConfig config;
    private final Clock clock;

    SendHours(LegalHours legal, PackConversations packs, HoursRepository repository, HoursConfig config, Clock clock) {
        this.legal = legal;
        this.packs = packs;
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    private record Bound(Recipient recipient, Law law, Terms terms) {

        boolean matters() {
            return !law.windows().isEmpty() || !terms.house().isEmpty() || recipient.channel() == Channel.WHATSAPP;
        }
    }

    /// By message.
    public Uni<Map<UUID, Times>> read(Tx tx, List<Recipient> recipients) {
        return packs.terms(tx, recipients.stream().map(Recipient::subject).toList()).chain(terms -> read(tx, recipients, terms));
    }

    /// As [#read(Tx, List)], by terms that are known already.
    public Uni<Map<UUID, Times>> read(Tx tx, List<Recipient> recipients, Map<Subject, Terms> terms) {
        return legal.rules(tx).map(rules -> recipients.stream().map(one -> bound(one, terms.get(one.subject()), rules)).toList())
                .chain(bound -> times(tx, bound));
    }

    private static Bound bound(Recipient recipient, Terms known, WindowRules rules) {
        var terms = known == null ? new Terms(Whereabouts.ofPhone(null), List.of()) : known;
        var whereabouts = recipient.hasNumber() ? terms.whereabouts().withPhone(recipient.to()) : terms.whereabouts();
        return new Bound(recipient, rules.law(Place.of(whereabouts), recipient.channel(), recipient.purpose()), terms);
    }

    private Uni<Map<UUID, Times>> times(Tx tx, List<Bound> all) {
        var now = clock.instant();
        var waiting = all.stream().filter(Bound::matters).map(one -> one.recipient().id()).toList();
        var capped = all.stream().flatMap(one -> one.law().caps().stream().map(cap -> new Capped(one.recipient().id(), cap))).toList();
        return repository.findHeard(tx, waiting, now.minus(HEARD_WITHIN))
                .chain(heard -> repository.findUsedUp(tx, capped, now).map(usedUp -> all.stream()
                        .collect(Collectors.toMap(one -> one.recipient().id(), one -> times(one, heard, usedUp)))));
    }

    private Times times(Bound one, Map<UUID, Heard> heard, Map<UUID, Limit> usedUp) {
        var id = one.recipient().id();
        var last = heard.getOrDefault(id, NOTHING);
        var hours = new Hours(one.law().windows(), one.law().unknown(), one.terms().house(), last.at(), new Spread(id, config.jitter()));
        var session = last.hereAt() == null ? null : last.hereAt().plus(HEARD_WITHIN);
        return new Times(hours, one.law().caps(), Optional.ofNullable(usedUp.get(id)), session);
    }
}
