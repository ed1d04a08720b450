package dev.ringback.engine.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;

/// Gathers mime4j's parse events into bounded [MailPart]s; only bodies that hold text are read.
final class PartReader extends AbstractContentHandler {

    static final int MAX_PARTS = 200;
    static final int MAX_DEPTH = 20;
    private static final int MAX_BODY_BYTES = 1 << 20;
    // Beside texts; mime4j opens message/rfc822 itself.
    private static final Set<String> READ = Set.of("message/delivery-status", "message/global-delivery-status", "message/global",
            "message/global-headers");

    /// The mail is beyond a bound; the message is the reason's slug.
    static final class BeyondBound extends MimeException {
        private static final long serialVersionUID = 1L;

        BeyondBound(String reason) {
            super(reason);
        }
    }

    private final List<MailPart> parts = new ArrayList<>();
    private final Deque<MailPart> open = new ArrayDeque<>();

    /// The mail itself; its parts are below it.
    MailPart root() {
        return parts.isEmpty() ? new MailPart() : parts.getFirst();
    }

    /// All parts in the order of the mail, the mail itself first.
    List<MailPart> parts() {
        return List.copyOf(parts);
    }

    @Override
    public void startMessage() throws MimeException {
        begin();
    }

    @Override
    public void startBodyPart() throws MimeException {
        begin();
    }

    @Override
    public void endMessage() {
        open.poll();
    }

    @Override
    public void endBodyPart() {
        open.poll();
    }

    @Override
    public void field(Field field) {
        var raw = MailText.decode(field.getRaw().toByteArray(), "");
        var value = raw.substring(raw.indexOf(':') + 1);
        var name = MailText.clean(field.getNameLowerCase());
        open.element().headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(MailText.unfold(value));
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream body) {
        var part = open.element();
        var type = descriptor.getMimeType();
        if (type.startsWith("text/") && !part.isAttachment() || READ.contains(type)) {
            part.content.append(text(part, MailText.clean(MailText.decode(bytes(body), descriptor.getCharset()))));
        }
    }

    private static String text(MailPart part, String text) {
        return part.type().equals("text/plain") && part.isFlowed() ? FlowedText.unfold(text, part.deletesSpace()) : text;
    }

    private void begin() throws MimeException {
        if (parts.size() >= MAX_PARTS) {
            throw new BeyondBound("too-many-parts");
        }
        if (open.size() >= MAX_DEPTH) {
            throw new BeyondBound("too-deep");
        }
        var part = new MailPart();
        if (!open.isEmpty()) {
            open.element().children.add(part);
        }
        parts.add(part);
        open.push(part);
    }

    // A transfer encoding that breaks off costs the rest of its part, not the mail.
    private static byte[] bytes(InputStream body) {
        var read = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (var count = body.read(buffer); count >= 0 && read.size() < MAX_BODY_BYTES; count = body.read(buffer)) {
                read.write(buffer, 0, count);
            }
        } catch (IOException _) {
            return read.toByteArray();
        }
        return read.toByteArray();
    }
}
