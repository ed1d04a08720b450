package dev.ringback.testing;

import java.util.List;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/// A real SMTP server in the test's JVM.
public final class MailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public MailServer() {
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /// What arrived for the address, in order.
    public List<MimeMessage> sentTo(String address) {
        return Stream.of(server.getReceivedMessages()).filter(mail -> isTo(mail, address)).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
