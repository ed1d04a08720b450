package dev.ringback.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Bodies as no provider sends them, and some that one does, straight or bent.
final class HostileBodies {

    private static final List<String> MADE_UP = List.of("{}", "null", "[", "[{\"email\":1}]", "{\"data\":{\"id\":\"1\"}}",
            "{\"signature\":{\"timestamp\":\"1\"}}", "From=%2B1&Body=%zz&MessageSid=SM1", "a=b&a=c&=&&", "\u0000", "",
            "--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nx\r\n--b--", "{\"a\":".repeat(2000), "[".repeat(20000), "\"\\ud800\"",
            "{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[{}],\"statuses\":[{\"id\":1}]}}]}]}",
            "{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[{\"from\":\"+1\",\"id\":\"\\u0000\",\"type\":\"text\",\"text\":1}]}}]}]}",
            "{\"id\":\"evt_1\",\"type\":\"customer.subscription.updated\",\"created\":1e99,\"data\":{\"object\":{\"customer\":[]}}}",
            "{\"id\":{},\"type\":\"customer.subscription.deleted\",\"data\":\"\"}",
            "{\"type\":\"post_call_transcription\",\"data\":{\"transcript\":[{\"role\":\"user\",\"message\":\"\\u0000\",\"time_in_call_secs\":-1}]}}",
            "{\"type\":\"email.received\",\"data\":{\"email_id\":\"../../x\"}}",
            "{\"type\":\"email.bounced\",\"created_at\":\"yesterday\",\"data\":{\"email_id\":7,\"tags\":[]}}",
            "{\"RecordType\":\"Bounce\",\"BouncedAt\":\"\\u0000\",\"Metadata\":{\"message\":\"0000000g\"},\"TypeCode\":{}}",
            "{\"FromFull\":{},\"To\":\"@\",\"TextBody\":null,\"Headers\":[{},{\"Name\":1}],\"MessageID\":\"\"}");
    private static final String MEANINGFUL = "\r\n:;=<>@\"?-\0{}[]%&,'\\u09.eE";

    private final RandomGenerator random;
    private final List<byte[]> bodies = Stream.concat(MADE_UP.stream().map(body -> body.getBytes(UTF_8)), samples()).toList();

    HostileBodies(RandomGenerator random) {
        this.random = random;
    }

    byte[] next() {
        var body = bodies.get(random.nextInt(bodies.size()));
        return random.nextInt(3) == 0 ? body : bent(body);
    }

    private byte[] bent(byte[] body) {
        var bent = body.clone();
        for (var times = 1 + random.nextInt(6); times > 0 && bent.length > 0; times--) {
            var at = random.nextInt(bent.length);
            switch (random.nextInt(4)) {
                case 0 -> bent[at] = (byte) random.nextInt(256);
                case 1 -> bent[at] = (byte) MEANINGFUL.charAt(random.nextInt(MEANINGFUL.length()));
                case 2 -> bent = Arrays.copyOf(bent, at);
                default -> System.arraycopy(bent, 0, bent, at / 2, at - at / 2);
            }
        }
        return bent;
    }

    private static Stream<byte[]> samples() {
        try (var files = Files.list(Path.of("src/test/resources/dev/ringback/engine/mail/mailbox"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().map(HostileBodies::read).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
