package dev.ringback.growth.prospect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.growth.prospect.ReadProspects.Wanted;
import dev.ringback.growth.prospect.TakeInProspects.Kept;
import dev.ringback.growth.prospect.TakeInProspects.Numbered;
import dev.ringback.growth.prospect.TakenIn.Accepted;

@ApplicationScoped
class ProspectRepository {

    private final Statements sql = Statements.of(ProspectRepository.class);

    Uni<List<Kept>> upsert(Tx tx, List<Numbered> rows, Instant now) {
        var query = query("upsert").bindAll("numbers", rows.stream().map(Numbered::number).toList(), Integer[]::new).bind("now", now);
        bind(query, "names", rows, ProspectRow::businessName);
        bind(query, "websites", rows, ProspectRow::website);
        bind(query, "emails", rows, ProspectRow::contactEmail);
        bind(query, "forms", rows, ProspectRow::formUrl);
        bind(query, "industries", rows, ProspectRow::industry);
        bind(query, "regions", rows, ProspectRow::region);
        bind(query, "languages", rows, ProspectRow::language);
        return tx.list(query, row -> new Kept(row.getInteger("number"), row.getInteger("first"),
                new Accepted(row.getInteger("number"), row.getUUID("id"), row.getBoolean("created"))));
    }

    Uni<List<Prospect>> findAll(Tx tx, List<UUID> ids) {
        return tx.list(query("find_all").bindAll("ids", ids, UUID[]::new), ProspectRepository::prospect);
    }

    Uni<List<Prospect>> listPriority(Tx tx, Wanted wanted, int limit) {
        return tx.list(query("list_priority").bind("contacted", wanted.contacted()).bind("industry", wanted.industry())
                .bind("region", wanted.region()).bind("limit", limit), ProspectRepository::prospect);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static void bind(Query query, String name, List<Numbered> rows, Function<ProspectRow, String> member) {
        query.bindAll(name, rows.stream().map(Numbered::row).map(member).toList(), String[]::new);
    }

    private static Prospect prospect(Row row) {
        return new Prospect(row.getUUID("id"), row.getString("business_name"), row.getString("website"), row.getString("contact_email"),
                row.getString("form_url"), row.getString("industry"), row.getString("region"), row.getString("language"),
                row.getBigDecimal("response_score"), row.getBigDecimal("automation_need_score"), Boolean.TRUE.equals(row.getBoolean("contacted")),
                Rows.instant(row, "last_tested"));
    }
}
