package dev.ringback.engine.trial;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.template.Rendering;
import dev.ringback.engine.template.Templates;
import dev.ringback.engine.time.Clock;

/// Says what would become of a message.
@ApplicationScoped
class RehearsePlan {

    private final PackConversations packs;
    private final RehearsedFacts facts;
    private final Templates templates;
    private final Clock clock;

    RehearsePlan(PackConversations packs, RehearsedFacts facts, Templates templates, Clock clock) {
        this.packs = packs;
        this.facts = facts;
        this.templates = templates;
        this.clock = clock;
    }

    Uni<Preview> rehearse(Plan plan) {
        if (!packs.has(plan.pack())) {
            throw Problem.invalid("pack", "has no conversations");
        }
        return facts.of(plan).map(known -> Preview.of(known.facts(), plan.from(clock.instant()), wording(known.message())));
    }

    private Preview.Wording wording(Sendable message) {
        return message.template().map(template -> switch (templates.render(template, message.variables())) {
            case Rendering.Rendered(var subject, var text, var html) -> new Preview.Wording(subject, text, html, null);
            case Rendering.Unrenderable(var problem) -> new Preview.Wording(null, null, null, problem);
        }).orElseGet(() -> new Preview.Wording(null, null, null, "template_missing"));
    }
}
