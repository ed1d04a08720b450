package dev.ringback.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.security.auth.module.UnixSystem;

/// Under which account Postgres runs: it refuses root, which is who one is in most containers.
///
/// - Not root: as we are.
/// - Root with user namespaces: in a namespace of its own, where root looks like nobody and its files too.
/// - Root without them (Docker's default): as nobody, who must then own the data and reach the folders above it.
///
/// @param prefix what a command line begins with
/// @param owner whose the data must be; null where it is ours anyway
record ServerAccount(List<String> prefix, Integer owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    static ServerAccount detect() {
        if (new UnixSystem().getUid() != 0) {
            return new ServerAccount(List.of(), null);
        }
        return Stream.of(new ServerAccount(List.of("unshare", "-U"), ROOT),
                new ServerAccount(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY),
                new ServerAccount(List.of("runuser", "-u", "nobody", "--"), NOBODY))
                .filter(account -> Command.succeeds(account.running("true"))).findFirst()
                .orElseThrow(() -> new IllegalStateException("Postgres does not run as root, and none of unshare, setpriv and "
                        + "runuser works here: start as another user, or set SUPABASE_DB_URL"));
    }

    List<String> running(String... command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }

    /// Hands a folder over to who will write it; an earlier start may have been under another account.
    void own(Path folder, Path log) {
        try {
            if (owner != null && !owner.equals(Files.getAttribute(folder, "unix:uid"))) {
                Command.require(List.of("chown", "-R", owner + ":" + owner, folder.toString()), log);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot see who owns " + folder, failure);
        }
    }

    /// Fails early with what to do where the account cannot reach the programs.
    void requireAccess(Path program) {
        if (!Command.succeeds(running(program.toString(), "--version"))) {
            throw new IllegalStateException(Integer.valueOf(NOBODY).equals(owner)
                    ? "started as root, Postgres runs as nobody, who cannot reach %s: open the folders above it (chmod o+x), "
                            .formatted(program) + "move with -Dringback.local.home=<folder>, or start as another user"
                    : "%s does not run on this machine".formatted(program));
        }
    }
}
