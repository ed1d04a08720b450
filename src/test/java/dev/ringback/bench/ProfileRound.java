package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ringback.local.database.DatabaseSession;

/// Where a drain's time and WAL go, by statement and by kind of log record: in `target/bench/profile.txt`.
final class ProfileRound {

    static final String STATEMENTS = """
            select format('%7s calls %10s ms %9s ms/call %9s rows %11s B of WAL  %s', calls, round(total_exec_time::numeric, 1),
                          round(mean_exec_time::numeric, 3), rows, wal_bytes, left(regexp_replace(query, '\\s+', ' ', 'g'), 100))
              from pg_stat_statements where calls > 1 order by total_exec_time desc limit 25""";
    private static final String RECORDS = """
            select format('%-30s %9s records %11s B %11s B of full pages', "resource_manager/record_type", count, record_size, fpi_size)
              from pg_get_wal_stats($1::text::pg_lsn, $2::text::pg_lsn, true) where count > 0 order by combined_size desc limit 15""";
    private static final String POSITION = "select pg_current_wal_flush_lsn()::text";

    private final Stage stage;

    ProfileRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        try (var session = stage.server().open(stage.queue().address())) {
            session.run("create extension if not exists pg_walinspect");
            var ready = profile(session, "ready", items -> stage.queue().fill(items));
            var scheduled = profile(session, "scheduled", new PromotionRound(stage)::fillAndWait);
            Files.write(BenchServer.HOME.resolve("profile.txt"), Stream.concat(ready.stream(), scheduled.stream()).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> profile(DatabaseSession session, String what, IntConsumer fill) {
        var items = Scale.items(100_000);
        var workers = stage.instances(1);
        fill.accept(items);
        stage.queue().settle();
        stage.server().track(true);
        var begin = position(session);
        var cost = stage.drained(workers, items);
        var end = position(session);
        var lines = Stream.of("%s: %s".formatted(what, cost));
        var statements = stage.server().lines(STATEMENTS).stream();
        var records = session.query(RECORDS, begin, end).stream().map(row -> row.getString(0));
        var text = Stream.of(lines, statements, records, Stream.of("")).flatMap(part -> part).collect(Collectors.toList());
        stage.server().track(false);
        return text;
    }

    private static String position(DatabaseSession session) {
        return session.query(POSITION).getFirst().getString(0);
    }
}
