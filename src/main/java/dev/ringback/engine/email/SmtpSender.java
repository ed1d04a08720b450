package dev.ringback.engine.email;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.handler.proxy.ProxyConnectException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.ProviderSender;
import dev.ringback.engine.net.PublicHosts;
import dev.ringback.engine.net.Reachable;

/// Mail through the tenant's server, or the installation's own.
@ApplicationScoped
class SmtpSender implements ProviderSender {

    private static final Delivery UNSUPPORTED = new Delivery.Refused("content_unsupported", true);
    // RFC 4954 §6, RFC 3207: a login or an encryption that the server wants otherwise. Whoever repairs it wants the mail sent then.
    private static final Set<Integer> SETTINGS = Set.of(530, 534, 535, 538);

    // RFC 2034: at the beginning of the text, with the digit of the reply's own class.
    private static final Pattern ENHANCED = Pattern.compile("(?:\\d{3}[ -])?([245]\\.\\d{1,3}\\.\\d{1,3})(?![.\\d])");

    // RFC 5321 §3.8: the service is not available and closes the channel, whatever it was asked.
    private static final int CLOSING = 421;

    private final SmtpClients clients;
    private final PublicHosts hosts;
    private final Reachable reachable;
    private final String ownHost;
    private final Duration timeout;

    SmtpSender(SmtpClients clients, PublicHosts hosts, Reachable reachable, EmailConfig config) {
        this.clients = clients;
        this.hosts = hosts;
        this.reachable = reachable;
        this.ownHost = config.smtp().host();
        this.timeout = config.smtp().timeout();
    }

    @Override
    public String provider() {
        return "smtp";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        return switch (message.content()) {
            case Content.Mail mail -> send(message, mail(message, mail));
            case Content.Text _,Content.ApprovedTemplate _,Content.Call _,Content.Form _ -> answer(UNSUPPORTED);
        };
    }

    private Uni<Delivery> send(Outgoing message, MailMessage mail) {
        var server = message.identity().server();
        if (server == null) {
            return reachable.host(ownHost) ? submit(message, mail) : answer(new Delivery.Refused("smtp_test_environment", false));
        }
        return hosts.find(server.host()).chain(found -> switch (found) {
            case PublicHosts.Found.At _ -> submit(message, mail);
            case PublicHosts.Found.Forbidden(var reason) -> answer(new Delivery.Refused("smtp_" + reason, false));
            case PublicHosts.Found.Missing(var reason) -> answer(new Delivery.Refused("smtp_" + reason, false));
        });
    }

    private Uni<Delivery> submit(Outgoing message, MailMessage mail) {
        return clients.of(message.identity()).chain(client -> client.sendMail(mail))
                .ifNoItem().after(timeout).fail()
                .<Delivery>map(result -> new Delivery.Accepted(result.getMessageID()))
                .onFailure(SMTPException.class).recoverWithItem(SmtpSender::refused)
                .onFailure(SmtpSender::precedesTheMail).recoverWithItem(new Delivery.Unreached("smtp_unreachable"));
    }

    private static Uni<Delivery> answer(Delivery delivery) {
        return Uni.createFrom().item(delivery);
    }

    // RFC 3834: what a program sends says so, or two programs answer each other for ever.
    private static MailMessage mail(Outgoing message, Content.Mail content) {
        var headers = MultiMap.caseInsensitiveMultiMap().addAll(content.headers())
                .set("Message-ID", "<%s>".formatted(message.reference()))
                .set("Auto-Submitted", "auto-generated");
        return new MailMessage()
                .setFrom(Mailbox.of(message.identity()))
                .setTo(message.to())
                .setSubject(content.subject())
                .setText(content.text())
                .setHtml(content.html())
                .setHeaders(headers);
    }

    private static Delivery refused(SMTPException failure) {
        var code = failure.getReplyCode();
        if (code == CLOSING) {
            return new Delivery.Unreached("smtp_421");
        }
        return new Delivery.Refused("smtp_%d%s".formatted(code, enhanced(failure)), failure.isPermanent() && !SETTINGS.contains(code));
    }

    private static String enhanced(SMTPException failure) {
        var code = ENHANCED.matcher(String.valueOf(failure.getReplyMessage()));
        return code.lookingAt() ? "_" + code.group(1) : "";
    }

    private static boolean precedesTheMail(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof UnknownHostException || failure instanceof SSLException
                || failure instanceof ProxyConnectException || isWithoutEncryption(failure);
    }

    // The mail client has no type for it.
    private static boolean isWithoutEncryption(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("STARTTLS");
    }
}
