package dev.ringback.engine.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.http.Problem.FieldError;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.template.Templates.Read;

/// Saves a template that can be filled in. What doesn't parse, and a variable that nobody gives, is named instead.
@ApplicationScoped
class SaveTemplate {

    /// Those that the engine itself gives.
    private static final Set<String> OWN = Set.of("unsubscribe_url", "postal_address");

    private final Database database;
    private final TemplateRepository repository;
    private final Templates templates;

    SaveTemplate(Database database, TemplateRepository repository, Templates templates) {
        this.database = database;
        this.repository = repository;
        this.templates = templates;
    }

    Uni<SavedTemplate> save(Draft draft) {
        return database.asService(tx -> repository.listTexts(tx, draft.pack(), draft.key())
                .chain(texts -> {
                    var used = check(draft, known(draft, texts));
                    return repository.save(tx, draft)
                            .map(version -> new SavedTemplate(draft.key(), draft.language(), draft.toneOrNeutral(), version, List.copyOf(used)));
                }));
    }

    private Set<String> known(Draft draft, List<String> texts) {
        var known = new HashSet<>(OWN);
        known.addAll(draft.declared());
        texts.stream().map(templates::read).filter(Read.Sound.class::isInstance).map(Read.Sound.class::cast)
                .forEach(sound -> known.addAll(sound.variables()));
        return known;
    }

    private Set<String> check(Draft draft, Set<String> known) {
        var errors = new ArrayList<FieldError>();
        var used = new TreeSet<String>();
        var html = draft.bodyHtml() == null ? "" : draft.bodyHtml();
        Map.of("subject", draft.subject(), "body_text", draft.bodyText(), "body_html", html).forEach((field, text) -> {
            switch (templates.read(text)) {
                case Read.Broken(var problem) -> errors.add(new FieldError(field, problem));
                case Read.Sound(var variables) -> {
                    used.addAll(variables);
                    variables.stream().filter(name -> !known.contains(name))
                            .forEach(name -> errors.add(new FieldError(field, "unknown variable " + name)));
                }
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return used;
    }
}
