package dev.ringback.growth.outreach;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.wakeup.WakeUps;

/// The agency writes to prospects, and looks at what came of it.
@ApplicationScoped
class WriteToProspects {

    private final Database database;
    private final OutreachRepository outreach;
    private final PlanOutreach planOutreach;
    private final WakeUps wakeUps;

    WriteToProspects(Database database, OutreachRepository outreach, PlanOutreach planOutreach, WakeUps wakeUps) {
        this.database = database;
        this.outreach = outreach;
        this.planOutreach = planOutreach;
        this.wakeUps = wakeUps;
    }

    Uni<OutreachReport> write(OutreachRequest request) {
        return database.asService(tx -> planOutreach.plan(tx, request)).invoke(wakeUps::ring);
    }

    /// @param prospect null for all
    Uni<Page<Outreach>> list(Caller caller, String prospect, Cursor before, int limit) {
        var id = prospect == null ? null : id(prospect);
        return database.as(caller.runAs(), tx -> outreach.list(tx, id, before, limit + 1))
                .map(rows -> Page.of(rows, limit, sent -> new Cursor(sent.sentAt(), sent.id())));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid("prospect_id", "is no id");
        }
    }
}
