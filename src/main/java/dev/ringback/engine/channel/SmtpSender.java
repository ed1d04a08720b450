package dev.ringback.engine.channel;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;

/// Mail through the tenant's server, or the installation's own.
@ApplicationScoped
class SmtpSender implements MessageSender {

    private static final Delivery UNSUPPORTED = new Delivery.Refused("content_unsupported", true);

    private final SmtpClients clients;
    private final Duration timeout;

    SmtpSender(SmtpClients clients, ChannelConfig config) {
        this.clients = clients;
        this.timeout = config.email().smtp().timeout();
    }

    @Override
    public String provider() {
        return "smtp";
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        return switch (message.content()) {
            case Content.Mail mail -> send(message, mail(message, mail));
            case Content.Text _,Content.ApprovedTemplate _,Content.Call _,Content.Form _ -> Uni.createFrom().item(UNSUPPORTED);
        };
    }

    private Uni<Delivery> send(Outgoing message, MailMessage mail) {
        return clients.of(message.identity()).sendMail(mail)
                .ifNoItem().after(timeout).fail()
                .<Delivery>map(result -> new Delivery.Accepted(result.getMessageID()))
                .onFailure(SMTPException.class).recoverWithItem(SmtpSender::refused);
    }

    // RFC 3834: what a program sends says so, or two programs answer each other for ever.
    private static MailMessage mail(Outgoing message, Content.Mail content) {
        var headers = MultiMap.caseInsensitiveMultiMap().addAll(content.headers())
                .set("Message-ID", "<%s>".formatted(message.reference()))
                .set("Auto-Submitted", "auto-generated");
        return new MailMessage()
                .setFrom(from(message.identity()))
                .setTo(message.to())
                .setSubject(content.subject())
                .setText(content.text())
                .setHtml(content.html())
                .setHeaders(headers);
    }

    // The mail client refuses angle brackets in a name, quoted or not.
    private static String from(SenderIdentity identity) {
        return "\"%s\" <%s>".formatted(identity.displayName().replaceAll("[\"\\\\<>\\p{Cntrl}]", " "), identity.address());
    }

    private static Delivery refused(SMTPException failure) {
        return new Delivery.Refused("smtp_%d".formatted(failure.getReplyCode()), failure.isPermanent());
    }
}
