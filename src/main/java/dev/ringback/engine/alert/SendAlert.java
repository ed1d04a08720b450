package dev.ringback.engine.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.webhook.TellWebhook;
import dev.ringback.engine.webhook.Webhook;
import dev.ringback.engine.webhook.Webhook.Destination;

/// Plans every way in which somebody is told of a hot lead.
@ApplicationScoped
public class SendAlert {

    private final AlertRepository settings;
    private final SendMessage sendMessage;
    private final TellWebhook tellWebhook;
    private final List<PackAlerts> packs;

    SendAlert(AlertRepository settings, SendMessage sendMessage, TellWebhook tellWebhook, @All List<PackAlerts> packs) {
        this.settings = settings;
        this.sendMessage = sendMessage;
        this.tellWebhook = tellWebhook;
        this.packs = List.copyOf(packs);
    }

    public Uni<Void> send(Tx tx, Alert alert) {
        return settings.findListeners(tx, new Tenancy(alert.lead().subject().pack(), alert.lead().subject().tenant()))
                .chain(listeners -> listeners.map(known -> tell(tx, alert, known)).orElseGet(SendAlert::nothing))
                .chain(() -> notify(tx, alert));
    }

    private Uni<Void> tell(Tx tx, Alert alert, Listeners listeners) {
        return mail(tx, alert, listeners).chain(() -> listeners.webhookUrl() == null ? nothing() : tellWebhook.tell(tx, webhook(alert, listeners)));
    }

    private Uni<Void> mail(Tx tx, Alert alert, Listeners listeners) {
        return Optional.ofNullable(listeners.address(alert.isEscalation())).flatMap(EmailAddress::parse)
                .map(address -> sendMessage.plan(tx, message(alert, address, listeners.language()), alert.at()))
                .orElseGet(SendAlert::nothing);
    }

    private Uni<Void> notify(Tx tx, Alert alert) {
        return Multi.createFrom().iterable(packs).filter(pack -> pack.pack().equals(alert.lead().subject().pack()))
                .onItem().transformToUniAndConcatenate(pack -> pack.alert(tx, alert).replaceWith(pack))
                .collect().asList().replaceWithVoid();
    }

    private static OutboundMessage message(Alert alert, EmailAddress to, String language) {
        var template = alert.isEscalation() ? "hot-lead-escalation" : "hot-lead-alert";
        var lead = alert.lead();
        var own = new Subject(lead.subject().pack(), lead.subject().tenant(), Subject.OWN_KIND + "hot-lead", alert.id().toString());
        return new OutboundMessage(own, OutboundMessage.OWN_STEP + template, alert.type(), Channel.EMAIL, to.value(),
                new Wording(template, language, "Neutral"), variables(lead), new Conditions("alert", alert.at(), null));
    }

    private static Map<String, Object> variables(HotLead lead) {
        return Map.of("subject_kind", lead.subject().kind(), "subject_id", lead.subject().id(), "opportunity", lead.opportunity(), "score",
                Integer.toString(lead.score()), "reasons", String.join(", ", lead.reasons()));
    }

    private static Webhook webhook(Alert alert, Listeners listeners) {
        var subject = alert.lead().subject();
        return new Webhook("%s:%s".formatted(alert.type(), alert.id()),
                new Destination(subject.pack(), subject.tenant(), listeners.webhookUrl(), listeners.webhookSecretName()), alert.type(), alert.at(),
                alert.data());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
