package dev.ringback.growth.insight;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;

/// A client looks at what its leads taught.
@ApplicationScoped
class ReadInsights {

    private static final Set<String> TYPES = Set.of("conversion", "reversion", "pattern_detected", "engagement_score", "urgency_trend",
            "tone_distribution", "conversion_prediction");

    private final Database database;
    private final InsightRepository insights;

    ReadInsights(Database database, InsightRepository insights) {
        this.database = database;
        this.insights = insights;
    }

    /// @param eventType null for all
    Uni<Page<InsightView>> list(Caller caller, String eventType, Cursor before, int limit) {
        if (eventType != null && !TYPES.contains(eventType)) {
            throw Problem.invalid("event_type", "is none of those that there are");
        }
        return database.as(caller.runAs(), tx -> insights.list(tx, eventType, before, limit + 1))
                .map(rows -> Page.of(rows, limit, insight -> new Cursor(insight.createdAt(), insight.id())));
    }
}
