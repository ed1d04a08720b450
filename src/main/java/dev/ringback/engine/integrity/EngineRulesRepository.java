package dev.ringback.engine.integrity;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statement;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

/// What must hold of the engine's own rows.
@ApplicationScoped
class EngineRulesRepository {

    private final Statements sql = Statements.of(EngineRulesRepository.class);

    List<IntegrityRule> all() {
        return List.of(rule("sent_after_opt_out", false), rule("work_without_message", true), rule("work_without_subject", true),
                rule("work_without_entry", true), rule("message_without_work", true), rule("message_behind_events", true));
    }

    private IntegrityRule rule(String name, boolean heals) {
        return new StatementRule("engine." + name, heals, sql.get(name));
    }

    private static final class StatementRule implements IntegrityRule {

        private final String name;
        private final boolean heals;
        private final Statement statement;

        private StatementRule(String name, boolean heals, Statement statement) {
            this.name = name;
            this.heals = heals;
            this.statement = statement;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean heals() {
            return heals;
        }

        @Override
        public Uni<List<String>> find(Tx tx, Look look) {
            var query = Query.of(statement).bind("now", look.now()).bind("limit", look.limit());
            if (statement.parameters().contains("since")) {
                query.bind("since", look.since());
            }
            if (statement.parameters().contains("before")) {
                query.bind("before", look.before());
            }
            return tx.list(query, row -> row.getString("object_id"));
        }
    }
}
