package dev.ringback.engine.column;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.column.ConsentColumns.State;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Reason;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.consent.Scope;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Takes what somebody wrote into a pack's opt-out columns into the ledger. Work kind `engine.consent-column`.
@ApplicationScoped
class RecordColumns implements WorkHandler {

    private final Database database;
    private final Consent consent;
    private final Map<String, ConsentColumns> byTable;

    RecordColumns(Database database, Consent consent, @All List<ConsentColumns> all) {
        this.database = database;
        this.consent = consent;
        this.byTable = all.stream().collect(Collectors.toUnmodifiableMap(ConsentColumns::table, Function.identity()));
    }

    @Override
    public String kind() {
        return "engine.consent-column";
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        var table = (String) work.payload().get("table");
        return Optional.ofNullable(byTable.get(table))
                .map(columns -> database.asService(tx -> columns.read(tx, work.subjectId()).chain(states -> record(tx, table, work, states))))
                .orElseThrow(() -> new IllegalStateException("nobody reads the opt-outs of " + table));
    }

    private Uni<Outcome> record(Tx tx, String table, Work work, List<State> states) {
        return Multi.createFrom().iterable(states)
                .onItem().transformToUniAndConcatenate(state -> record(tx, state, origin(table, work, state)).replaceWith(state))
                .collect().asList()
                .map(all -> all.isEmpty() ? new Outcome.Cancelled("no address") : new Outcome.Done());
    }

    // A column that was set before says nothing new; one that is taken back ends what it began and no other no.
    private Uni<?> record(Tx tx, State state, Origin origin) {
        if (!state.optedOut()) {
            return consent.takeBack(tx, state.party(), state.family(), origin);
        }
        return consent.holds(tx, state.party(), origin.source()).chain(known -> known
                ? Uni.createFrom().voidItem()
                : consent.refuse(tx, new Refusal(state.party(), state.family(), Scope.TENANT, Reason.OPTED_OUT, origin, true)));
    }

    private static Origin origin(String table, Work work, State state) {
        return Origin.of("column:%s.%s".formatted(table, state.column()), Map.of("row", work.subjectId()));
    }
}
