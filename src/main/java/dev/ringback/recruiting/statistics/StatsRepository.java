package dev.ringback.recruiting.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class StatsRepository {

    private final Statements sql = Statements.of(StatsRepository.class);

    Uni<ZoneId> findZone(Tx tx) {
        return tx.one(Query.of(sql.get("find_zone")), row -> ZoneId.of(row.getString("zone")));
    }

    Uni<Optional<CampaignStats>> find(Tx tx, String campaign, LocalDate today, ZoneId zone) {
        return tx.first(Query.of(sql.get("find")).bind("campaign", campaign).bind("today", today).bind("since", today.atStartOfDay(zone).toInstant()),
                row -> new CampaignStats(row.getString("campaign"), row.getLong("sessions"), row.getLong("active_sessions"),
                        row.getLong("messages_sent"), row.getLong("messages_received"), row.getLong("calls"), row.getLong("objectives_met"),
                        Rows.instant(row, "latest_at")));
    }
}
