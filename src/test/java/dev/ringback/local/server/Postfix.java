package dev.ringback.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.sun.security.auth.module.UnixSystem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Debian's mail server with a configuration of its own, on loopback alone. Takes mail for everybody `@people.example` at three ports:
/// one that asks strangers to come again, one that hears nothing unencrypted, and one that knows no encryption. Only root can start it.
public final class Postfix implements AutoCloseable {

    /// For `@EnabledIf`: in CI it must be there.
    public static final String WANTED = "dev.ringback.local.server.Postfix#isWanted";
    public static final String REASON = "postfix is not installed, or we are not root";

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final int NOBODY = 65534;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;

    private final Path home;
    private final int greylisting = Folders.freePort(0);
    private final int encrypting = Folders.freePort(0);
    private final int plain = Folders.freePort(0);
    private final Process starter;

    /// @param greylist the policy server that is asked about each recipient
    /// @param chain    PEM of a key and its certificate
    public Postfix(Path home, int greylist, Path chain) throws IOException {
        // One of its own: a run that was killed has left a server there.
        this.home = home.toAbsolutePath().resolve(Long.toString(ProcessHandle.current().pid()));
        var configuration = Files.createDirectories(this.home.resolve("configuration"));
        Files.writeString(configuration.resolve("main.cf"), main(chain.toAbsolutePath()));
        Files.writeString(configuration.resolve("master.cf"), services(greylist));
        folder("queue", "root");
        folder("data", "postfix");
        folder("mail", "nobody");
        this.starter = new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString(), "start-fg").redirectErrorStream(true)
                .redirectOutput(this.home.resolve("start.log").toFile()).start();
        Stream.of(greylisting, encrypting, plain).forEach(port -> await(() -> listens(port), "port " + port));
    }

    static boolean isWanted() {
        return Files.isExecutable(PROGRAM) && new UnixSystem().getUid() == 0 || "true".equals(System.getenv("CI"));
    }

    public int greylisting() {
        return greylisting;
    }

    public int encrypting() {
        return encrypting;
    }

    public int plain() {
        return plain;
    }

    /// The mails that are in the mailbox when nothing is under way any more, as they lie there, of those that contain the text.
    public List<String> delivered(String text) {
        await(this::isQueueEmpty, "an empty queue");
        var box = home.resolve("mail/inbox/new");
        return Files.exists(box) ? files(box).stream().map(Postfix::read).filter(mail -> mail.contains(text)).toList() : List.of();
    }

    @Override
    public void close() throws IOException {
        // The starter is a shell, which waits for it.
        ProcessHandle.of(Long.parseLong(Files.readString(home.resolve("queue/pid/master.pid")).strip())).ifPresent(ProcessHandle::destroy);
        await(() -> !starter.isAlive(), "its end");
    }

    private String main(Path chain) {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/mail.log
                maillog_file_prefixes = %1$s
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mail.maple.example
                mydestination =
                alias_maps =
                smtpd_peername_lookup = no
                smtpd_relay_restrictions = reject_unauth_destination
                smtpd_tls_chain_files = %2$s
                virtual_mailbox_domains = people.example
                virtual_mailbox_base = %1$s/mail
                virtual_mailbox_maps = static:inbox/
                virtual_uid_maps = static:%3$d
                virtual_gid_maps = static:%3$d
                """.formatted(home, chain, NOBODY);
    }

    private String services(int greylist) {
        return """
                127.0.0.1:%d inet n - n - - smtpd -o { smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:%d }
                127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
                127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_security_level=none
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                error unix - - n - - error
                retry unix - - n - - error
                proxymap unix - - n - - proxymap
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(greylisting, greylist, encrypting, plain);
    }

    private void folder(String name, String owner) throws IOException {
        var folder = Files.createDirectories(home.resolve(name));
        Files.setOwner(folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
    }

    private boolean isQueueEmpty() {
        return Stream.of("incoming", "active", "deferred").allMatch(queue -> files(home.resolve("queue").resolve(queue)).isEmpty());
    }

    // A folder below may vanish meanwhile; then we look again.
    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException _) {
            return files(folder);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void await(BooleanSupplier condition, String what) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("postfix: %s did not come, see %s".formatted(what, home));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
