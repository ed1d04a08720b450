package dev.ringback.engine.courtesy;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Family;
import dev.ringback.engine.courtesy.CourtesyRepository.Words;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.policy.SendPolicy;
import dev.ringback.engine.sql.Tx;

/// Answers a STOP, START or HELP, once.
@ApplicationScoped
public class AnswerKeyword {

    private final Consent consent;
    private final SendMessage sendMessage;
    private final CourtesyRepository courtesies;
    private final CourtesyConfig config;

    AnswerKeyword(Consent consent, SendMessage sendMessage, CourtesyRepository courtesies, CourtesyConfig config) {
        this.consent = consent;
        this.sendMessage = sendMessage;
        this.courtesies = courtesies;
        this.config = config;
    }

    /// Before the word takes effect: whether it is to be answered. Takes the tenant's lock of noes.
    public Uni<Optional<Courtesy>> intend(Tx tx, Courtesy courtesy, Asked asked) {
        var party = asked.party();
        return consent.lock(tx, party.pack(), party.tenant())
                .chain(() -> consent.standing(tx, party, Family.of(asked.channel())))
                .map(standing -> standing.filter(reason -> !reason.equals(SendPolicy.HELD)).isPresent())
                .map(wasStopped -> Optional.of(courtesy).filter(one -> CourtesyPolicy.isDue(one, asked, wasStopped, config)));
    }

    /// After it has: plans the answer for now.
    public Uni<Void> give(Tx tx, Courtesy courtesy, Asked asked) {
        return courtesies.findWords(tx, asked).chain(words -> sendMessage.plan(tx, message(courtesy, asked, words), asked.at()));
    }

    private OutboundMessage message(Courtesy courtesy, Asked asked, Words words) {
        var wording = new Wording(courtesy.template(), words.language(), "Neutral");
        var conditions = new Conditions(courtesy.purpose(), asked.at(), asked.at().plus(config.within()));
        return new OutboundMessage(asked.subject(), OutboundMessage.OWN_STEP + courtesy.template(), asked.message().toString(), asked.channel(),
                asked.from(), wording, Map.of("business_name", words.sender(), "help_text", words.help()), conditions);
    }
}
