package dev.ringback.growth.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.rollup.DayRange;
import dev.ringback.engine.rollup.TenantDay;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.growth.finding.Figures;
import dev.ringback.growth.finding.Figures.Open;
import dev.ringback.growth.finding.Figures.OpenLead;
import dev.ringback.growth.finding.Figures.Origins;
import dev.ringback.growth.finding.Figures.Trials;
import dev.ringback.growth.finding.Figures.Urgencies;
import dev.ringback.growth.finding.Figures.Window;
import dev.ringback.growth.finding.Finding;

@ApplicationScoped
class InsightRepository {

    private final Statements sql = Statements.of(InsightRepository.class);

    /// A client's day, in its zone.
    record ClientDay(UUID client, LocalDate day, String zone) {}

    /// What a day's figures say.
    record Found(Figures figures, Finding finding) {}

    Uni<List<ClientDay>> listDays(Tx tx, List<TenantDay> days) {
        return tx.list(query("list_days")
                .bindAll("tenants", days.stream().map(TenantDay::tenant).toList(), String[]::new)
                .bindAll("days", days.stream().map(TenantDay::day).toList(), LocalDate[]::new)
                .bindAll("zones", days.stream().map(TenantDay::zone).toList(), String[]::new),
                row -> new ClientDay(row.getUUID("client_id"), row.getLocalDate("day"), row.getString("zone")));
    }

    Uni<List<Figures>> readFigures(Tx tx, List<ClientDay> days) {
        return tx.list(ofDays(query("read_figures"), days)
                .bindAll("zones", days.stream().map(ClientDay::zone).toList(), String[]::new), InsightRepository::figures);
    }

    /// Answers the days that changed, as `growth/<client>/<day>`.
    Uni<List<String>> writeInsights(Tx tx, List<ClientDay> days, List<Found> found) {
        return tx.list(ofDays(query("write_insights"), days)
                .bindAll("of_clients", found.stream().map(one -> one.figures().client()).toList(), UUID[]::new)
                .bindAll("of_days", found.stream().map(one -> one.figures().day()).toList(), LocalDate[]::new)
                .bindAll("event_types", found.stream().map(one -> one.finding().eventType()).toList(), String[]::new)
                .bindAll("patterns", found.stream().map(one -> one.finding().pattern()).toList(), String[]::new)
                .bindAll("snapshots", found.stream().map(one -> new JsonObject(one.finding().snapshot()).encode()).toList(), String[]::new)
                .bindAll("texts", found.stream().map(one -> one.finding().text()).toList(), String[]::new)
                .bindAll("confidences", found.stream().map(one -> one.finding().confidence()).toList(), BigDecimal[]::new)
                .bindAll("ats", found.stream().map(one -> one.figures().at()).toList(), OffsetDateTime[]::new), row -> row.getString("changed"));
    }

    Uni<Integer> markRange(Tx tx, DayRange range) {
        return tx.run(query("mark_range").bind("pack", range.pack()).bind("tenant", range.tenant()).bind("from", range.from())
                .bind("to", range.to()));
    }

    Uni<List<InsightView>> list(Tx tx, String eventType, Cursor before, int limit) {
        return tx.list(query("list").bind("event_type", eventType).bind("before_at", before.at()).bind("before_id", before.id())
                .bind("limit", limit),
                row -> new InsightView(row.getUUID("id"), row.getString("event_type"), Rows.object(row, "learning_snapshot"),
                        row.getString("insight_text"), row.getBigDecimal("confidence"), Rows.instant(row, "created_at")));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Query ofDays(Query query, List<ClientDay> days) {
        return query.bindAll("clients", days.stream().map(ClientDay::client).toList(), UUID[]::new)
                .bindAll("days", days.stream().map(ClientDay::day).toList(), LocalDate[]::new);
    }

    private static Figures figures(Row row) {
        var open = new Open(row.getLong("open_leads"), row.getLong("open_follow_ups"), row.getLong("open_confident"), mostWorth(row));
        return new Figures(row.getUUID("client_id"), row.getLocalDate("day"), Rows.instant(row, "at"), window(row, "recent"), window(row, "before"),
                urgencies(row, "week"), urgencies(row, "last_week"), tones(row),
                new Origins(names(row, "sources"), names(row, "industries")), history(row), open);
    }

    private static Window window(Row row, String of) {
        return new Window(row.getLong(of + "_total"), row.getLong(of + "_active"), row.getLong(of + "_converted"), row.getLong(of + "_answered"),
                row.getLong(of + "_high"), row.getBigDecimal(of + "_confidence"));
    }

    private static Urgencies urgencies(Row row, String of) {
        return new Urgencies(row.getLong(of + "_leads"), row.getLong(of + "_sum"), row.getLong(of + "_squares"), row.getLong(of + "_low"),
                row.getLong(of + "_high"));
    }

    private static Map<String, Long> tones(Row row) {
        var tones = new HashMap<String, Long>();
        Rows.object(row, "tones").forEach((tone, leads) -> tones.put(tone, ((Number) leads).longValue()));
        return tones;
    }

    private static List<String> names(Row row, String column) {
        var names = row.getArrayOfStrings(column);
        return names == null ? List.of() : List.of(names);
    }

    private static Map<String, Trials> history(Row row) {
        var history = new HashMap<String, Trials>();
        Stream.ofNullable(row.getJsonObject("history")).forEach(json -> json.fieldNames().forEach(urgency -> {
            var counts = json.getJsonArray(urgency);
            history.put(urgency, new Trials(counts.getLong(0), counts.getLong(1)));
        }));
        return history;
    }

    private static List<OpenLead> mostWorth(Row row) {
        return Stream.ofNullable(row.getJsonArray("most_worth")).flatMap(JsonArray::stream).map(JsonObject.class::cast)
                .map(lead -> new OpenLead(UUID.fromString(lead.getString("id")), lead.getString("urgency"), new BigDecimal(lead.getString("value"))))
                .toList();
    }
}
