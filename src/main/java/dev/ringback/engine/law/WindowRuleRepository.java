package dev.ringback.engine.law;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.law.WindowRule.Scope;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class WindowRuleRepository {

    private final Statements sql = Statements.of(WindowRuleRepository.class);

    private record ScopedCap(Scope scope, ContactCap cap) {}

    Uni<WindowRules> read(Tx tx, Instant now) {
        return rules(tx).chain(rules -> holidays(tx, now).chain(holidays -> caps(tx).map(caps -> new WindowRules(rules, holidays, caps))));
    }

    private Uni<List<WindowRule>> rules(Tx tx) {
        return tx.list(Query.of(sql.get("list_rules")), row -> new WindowRule(scope(row), DayOfWeek.of(row.getInteger("weekday")),
                row.getLocalTime("opens"), row.getLocalTime("closes"), row.getBoolean("covers_answers")));
    }

    private Uni<List<Holiday>> holidays(Tx tx, Instant now) {
        return tx.list(Query.of(sql.get("list_holidays")).bind("now", now),
                row -> new Holiday(row.getString("jurisdiction"), Channel.of(row.getString("channel")), row.getLocalDate("day")));
    }

    private Uni<Map<Scope, List<ContactCap>>> caps(Tx tx) {
        return tx.list(Query.of(sql.get("list_caps")), row -> new ScopedCap(scope(row), cap(row)))
                .map(caps -> caps.stream().collect(
                        Collectors.groupingBy(ScopedCap::scope, Collectors.mapping(ScopedCap::cap, Collectors.toList()))));
    }

    private static ContactCap cap(Row row) {
        return new ContactCap(row.getString("jurisdiction"), row.getInteger("most"), Duration.ofSeconds(row.getLong("period_seconds")));
    }

    private static Scope scope(Row row) {
        return new Scope(row.getString("jurisdiction"), Channel.of(row.getString("channel")), row.getString("purpose"));
    }
}
