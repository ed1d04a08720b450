package dev.ringback.growth.client;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;

/// A client looks at its settings and changes them. Row level security leaves it exactly one row: its own.
@ApplicationScoped
class EditSettings {

    private final Database database;
    private final ClientSettingsRepository settings;

    EditSettings(Database database, ClientSettingsRepository settings) {
        this.database = database;
        this.settings = settings;
    }

    Uni<SettingsView> view(Caller caller) {
        return database.entitiesAs(caller.runAs(), () -> own().map(ClientSettings::view));
    }

    Uni<SettingsView> change(Caller caller, SettingsChange change) {
        return database.entitiesAs(caller.runAs(), () -> own().invoke(change::apply).map(ClientSettings::view));
    }

    private Uni<ClientSettings> own() {
        return settings.own().onItem().ifNull().failWith(() -> Problem.notFound("client", "of this caller"));
    }
}
