package dev.ringback.engine.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ViolationRepository {

    private final Statements sql = Statements.of(ViolationRepository.class);

    Uni<Integer> record(Tx tx, String rule, List<String> ids, Instant now) {
        return tx.run(Query.of(sql.get("record")).bind("rule", rule).bindAll("ids", ids, String[]::new).bind("now", now));
    }

    Uni<Integer> resolve(Tx tx, String rule, Instant now) {
        return tx.run(Query.of(sql.get("resolve")).bind("rule", rule).bind("now", now));
    }

    /// Open violations by rule; a rule without any is not in it.
    Uni<Map<String, Integer>> countOpen(Tx tx) {
        return tx.list(Query.of(sql.get("count_open")), row -> Map.entry(row.getString("rule"), row.getInteger("open")))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
