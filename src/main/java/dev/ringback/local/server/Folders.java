package dev.ringback.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/// The folder of the local servers and what guards it.
public final class Folders {

    private Folders() {}

    /// Reserves the folder for this JVM until it ends, also across live reloads. A second JVM is told who has it.
    public static void lock(Path home) {
        create(home);
        // The file is opened once per JVM: POSIX drops a process's lock as soon as it closes any handle on the file.
        var locked = "ringback.local.locked." + home.toAbsolutePath();
        if (System.getProperty(locked) != null) {
            return;
        }
        try {
            var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new IllegalStateException("%s is in use by process %s: stop that one, or choose another folder with "
                        .formatted(home, holder(home)) + "-Dringback.local.home=<folder>");
            }
            Files.writeString(home.resolve("lock.pid"), Long.toString(ProcessHandle.current().pid()));
            System.setProperty(locked, "true");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> release(channel)));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + home, failure);
        }
    }

    private static String holder(Path home) throws IOException {
        var file = home.resolve("lock.pid");
        return Files.exists(file) ? Files.readString(file) : "(unknown)";
    }

    // Also what keeps the channel alive: a collected one would give the lock away.
    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot release the lock", failure);
        }
    }

    public static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot create " + folder, failure);
        }
    }

    /// Removes a folder with all that is in it; a missing one is fine.
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + folder, failure);
        }
    }

    /// `preferred` if nobody listens there, else any free port. Zero prefers none.
    public static int freePort(int preferred) {
        try (var socket = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            if (preferred == 0) {
                throw new UncheckedIOException("no free port on the loopback interface", failure);
            }
            return freePort(0);
        }
    }
}
