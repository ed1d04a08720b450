package dev.ringback.local.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The server's programs from the class path, unpacked once per version into `<home>/postgres-<version>`.
final class PostgresBinaries {

    private static final Pattern VERSION_IN_JAR = Pattern.compile("-([0-9.]+)\\.jar!");

    private PostgresBinaries() {}

    /// Answers the folder that holds `bin`, `lib` and `share`.
    static Path unpack(Path home) {
        var name = resourceName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new IllegalStateException("no embedded Postgres for this platform (%s is not on the class path): set "
                    .formatted(name) + "SUPABASE_DB_URL, or add the platform to the profiles of the pom");
        }
        var target = home.resolve("postgres-" + version(archive));
        if (!Files.exists(target)) {
            unpack(archive, target);
        }
        return target;
    }

    static String resourceName(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var arch = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return "postgres-%s-%s.txz".formatted(os, arch);
    }

    private static String version(URL archive) {
        var matcher = VERSION_IN_JAR.matcher(archive.toString());
        return matcher.find() ? matcher.group(1) : "unversioned";
    }

    // Into a neighbour first: a half-unpacked folder must never pass for a whole one.
    private static void unpack(URL archive, Path target) {
        var partial = target.resolveSibling(target.getFileName() + ".part");
        try (var raw = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            Folders.delete(partial);
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, partial.resolve(entry.getName()));
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unpack " + archive + " to " + target, failure);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    // Readable by all, because the server may run as nobody.
    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }
}
