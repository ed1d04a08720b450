package dev.ringback.growth.maintenance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class MaintenanceRepository {

    private final Statements sql = Statements.of(MaintenanceRepository.class);

    /// What goes with them.
    record Extent(long clients, long leads, long actions, long insights) {}

    Uni<Integer> archive(Tx tx, Instant before, Instant now, int limit) {
        return tx.run(query("archive").bind("before", before).bind("now", now).bind("limit", limit));
    }

    Uni<List<TestRecord>> listTests(Tx tx, UUID client, int limit) {
        return tx.list(query("list_tests").bind("client", client).bind("limit", limit), MaintenanceRepository::record);
    }

    Uni<List<TestRecord>> confirm(Tx tx, Ids ids, boolean isTest) {
        return tx.list(ids(query("confirm"), ids).bind("is_test", isTest), MaintenanceRepository::record);
    }

    /// Those of them that are confirmed tests.
    Uni<Ids> lockTests(Tx tx, Ids ids) {
        return tx.list(ids(query("lock_tests"), ids), row -> Map.entry(row.getString("kind"), row.getUUID("id"))).map(found -> {
            var byKind =
                    found.stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            return Ids.of(byKind.get("client"), byKind.get("lead"));
        });
    }

    Uni<Extent> measure(Tx tx, Ids ids) {
        return tx.one(ids(query("measure"), ids),
                row -> new Extent(row.getLong("clients"), row.getLong("leads"), row.getLong("actions"), row.getLong("insights")));
    }

    Uni<Integer> purge(Tx tx, Ids ids) {
        return tx.run(ids(query("purge"), ids));
    }

    Uni<List<StorageReport.Index>> report(Tx tx) {
        return tx.list(query("report"), row -> new StorageReport.Index(row.getString("schemaname"), row.getString("tablename"),
                row.getString("table_size"), row.getString("indexname"), row.getString("index_size"), row.getLong("index_scans"),
                row.getLong("tuples_read")));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Query ids(Query query, Ids ids) {
        return query.bindAll("clients", ids.clients(), UUID[]::new).bindAll("leads", ids.leads(), UUID[]::new);
    }

    private static TestRecord record(Row row) {
        return new TestRecord(row.getString("kind"), row.getUUID("id"), row.getUUID("client_id"), row.getString("email"),
                row.getBoolean("confirmed"));
    }
}
