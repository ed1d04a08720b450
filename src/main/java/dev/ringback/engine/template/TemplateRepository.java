package dev.ringback.engine.template;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class TemplateRepository {

    private final Statements sql = Statements.of(TemplateRepository.class);

    /// Subjects and bodies in all languages and tones.
    Uni<List<String>> listTexts(Tx tx, String pack, String key) {
        return tx.list(Query.of(sql.get("list_texts")).bind("pack", pack).bind("key", key), row -> row.getString("text"));
    }

    /// Answers its version.
    Uni<Integer> save(Tx tx, Draft draft) {
        return tx.one(Query.of(sql.get("save"))
                .bind("pack", draft.pack())
                .bind("key", draft.key())
                .bind("language", draft.language())
                .bind("tone", draft.toneOrNeutral())
                .bind("subject", draft.subject())
                .bind("body_text", draft.bodyText())
                .bind("body_html", draft.bodyHtml())
                .bind("tracked", draft.tracked()), row -> row.getInteger("version"));
    }
}
