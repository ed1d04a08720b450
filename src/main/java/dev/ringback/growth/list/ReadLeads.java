package dev.ringback.growth.list;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;

/// A client looks at its leads. Another client's lead is not found.
@ApplicationScoped
class ReadLeads {

    private final Database database;
    private final ListRepository leads;

    ReadLeads(Database database, ListRepository leads) {
        this.database = database;
        this.leads = leads;
    }

    Uni<Page<Lead>> list(Caller caller, LeadFilter filter, Cursor before, int limit) {
        return database.as(caller.runAs(), tx -> leads.list(tx, filter, before, limit + 1))
                .map(rows -> Page.of(rows, limit, lead -> new Cursor(lead.lastSubmittedAt(), lead.id())));
    }

    Uni<Lead> get(Caller caller, UUID id) {
        return database.as(caller.runAs(), tx -> leads.find(tx, id)).map(found -> found.orElseThrow(() -> Problem.notFound("lead", id)));
    }

    Uni<Timeline> timeline(Caller caller, UUID id) {
        return database.as(caller.runAs(), tx -> leads.find(tx, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("lead", id)))
                .chain(lead -> leads.timeline(tx, id).map(entries -> new Timeline(lead, entries))));
    }
}
