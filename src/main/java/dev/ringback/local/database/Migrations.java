package dev.ringback.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.vertx.pgclient.PgException;

/// Applies `supabase/migrations` and `supabase/seed.sql` as the Supabase CLI does: same order, same cutting into statements,
/// one transaction per file together with its row in the same history tables. Either tool continues where the other ended.
public final class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class);
    private static final Pattern FILE_NAME = Pattern.compile("^([0-9]+)_(.*)\\.sql$");
    private static final String HISTORY = """
            create schema if not exists supabase_migrations;
            create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
            alter table supabase_migrations.schema_migrations add column if not exists statements text[];
            alter table supabase_migrations.schema_migrations add column if not exists name text;
            create table if not exists supabase_migrations.seed_files (path text not null primary key, hash text not null);
            """;
    private static final String FRESH = "start once with -Dringback.local.fresh to build the database anew";

    private record File(Path path, String version, String name) {}

    private final Path supabase;
    private final DatabaseSession session;

    /// `supabase` is the project's folder of that name; `session` belongs to the role that shall own what is made.
    public Migrations(Path supabase, DatabaseSession session) {
        this.supabase = supabase;
        this.session = session;
    }

    /// Answers the versions that were applied now. What a failed file did is rolled back; the files before it stay.
    public List<String> apply() {
        session.run(HISTORY);
        var history = history();
        var pending = files().stream().filter(file -> isPending(file, history)).toList();
        pending.forEach(this::apply);
        return pending.stream().map(File::version).toList();
    }

    /// Loads `seed.sql` unless it was loaded before; answers whether it did. A seed that changed since is only noted.
    public boolean seed() {
        var file = supabase.resolve("seed.sql");
        if (!Files.exists(file)) {
            return false;
        }
        var known = session.query("select hash from supabase_migrations.seed_files where path = $1", "supabase/seed.sql");
        if (known.isEmpty()) {
            return session.inTransaction(() -> {
                execute(file);
                return recordSeed(file);
            });
        }
        if (!known.getFirst().getString(0).equals(sha256(file))) {
            LOG.warnf("seed.sql changed since it was loaded and is not loaded again; %s", FRESH);
            recordSeed(file);
        }
        return false;
    }

    private List<File> files() {
        var folder = supabase.resolve("migrations");
        try (var listing = Files.list(folder)) {
            return listing.sorted().flatMap(path -> {
                var name = FILE_NAME.matcher(path.getFileName().toString());
                return name.matches() ? Stream.of(new File(path, name.group(1), name.group(2))) : null;
            }).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }

    private Map<String, List<String>> history() {
        var applied = new TreeMap<String, List<String>>();
        session.query("select version, coalesce(statements, '{}') from supabase_migrations.schema_migrations")
                .forEach(row -> applied.put(row.getString(0), Arrays.asList(row.getArrayOfStrings(1))));
        return applied;
    }

    private static boolean isPending(File file, Map<String, List<String>> history) {
        var applied = history.get(file.version());
        if (applied == null) {
            return true;
        }
        if (!applied.equals(texts(SqlScript.split(read(file.path()))))) {
            LOG.warnf("%s changed since it was applied; %s", file.path().getFileName(), FRESH);
        }
        return false;
    }

    private void apply(File file) {
        session.run("reset all");
        session.inTransaction(() -> {
            var statements = texts(execute(file.path())).toArray(String[]::new);
            return session.query(
                    "insert into supabase_migrations.schema_migrations(version, name, statements) values ($1, $2, $3)",
                    file.version(), file.name(), statements);
        });
        LOG.infof("applied %s", file.path().getFileName());
    }

    private List<SqlScript.Statement> execute(Path file) {
        var statements = SqlScript.split(read(file));
        for (int i = 0; i < statements.size(); i++) {
            try {
                session.run(statements.get(i).text());
            } catch (PgException failure) {
                throw new MigrationFailed(file, i + 1, statements.get(i), failure);
            }
        }
        return statements;
    }

    private boolean recordSeed(Path file) {
        session.query("""
                insert into supabase_migrations.seed_files(path, hash) values ($1, $2)
                on conflict (path) do update set hash = excluded.hash""", "supabase/seed.sql", sha256(file));
        return true;
    }

    private static List<String> texts(List<SqlScript.Statement> statements) {
        return statements.stream().map(SqlScript.Statement::text).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
