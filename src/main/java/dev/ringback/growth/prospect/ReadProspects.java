package dev.ringback.growth.prospect;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;

/// The agency looks at its prospects; for any other client there are none.
@ApplicationScoped
class ReadProspects {

    private final Database database;
    private final ProspectRepository prospects;

    ReadProspects(Database database, ProspectRepository prospects) {
        this.database = database;
        this.prospects = prospects;
    }

    /// Null is any.
    record Wanted(Boolean contacted, String industry, String region) {

        /// @param contacted `true` or `false`
        static Wanted of(String contacted, String industry, String region) {
            if (contacted != null && !contacted.matches("true|false")) {
                throw Problem.invalid("contacted", "must be true or false");
            }
            return new Wanted(contacted == null ? null : Boolean.valueOf(contacted), industry, region);
        }
    }

    Uni<PriorityList> priority(Caller caller, Wanted wanted, int limit) {
        return database.as(caller.runAs(), tx -> prospects.listPriority(tx, wanted, limit)).map(PriorityList::new);
    }

    /// The prospects that need us most, the neediest first.
    record PriorityList(List<Prospect> items) {}
}
