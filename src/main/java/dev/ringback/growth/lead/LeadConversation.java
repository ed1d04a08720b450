package dev.ringback.growth.lead;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Move;
import dev.ringback.engine.message.PackConversation;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.growth.lead.LeadRepository.Line;
import dev.ringback.growth.lead.LeadToAnswer.Standing;

/// Leads as the engine's partners in conversation: each turn is a line of the lead's history.
@ApplicationScoped
class LeadConversation implements PackConversation {

    private final LeadRepository leads;
    private final Clock clock;

    LeadConversation(LeadRepository leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    @Override
    public String pack() {
        return "growth";
    }

    @Override
    public boolean speaksWith(Subject subject) {
        return subject.pack().equals(pack()) && subject.kind().equals("lead");
    }

    @Override
    public Uni<Map<Subject, String>> refusals(Tx tx, Collection<Subject> subjects) {
        return leads.findStandings(tx, subjects.stream().map(LeadConversation::id).toList())
                .map(standings -> subjects.stream().flatMap(subject -> refusal(subject, standings).stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Optional<Map.Entry<Subject, String>> refusal(Subject subject, Map<UUID, Standing> standings) {
        var standing = Optional.ofNullable(standings.get(id(subject)));
        return standing.map(LeadPolicy::refusal).orElse(Optional.of("lead_deleted")).map(reason -> Map.entry(subject, reason));
    }

    @Override
    public Uni<Void> moved(Tx tx, List<Move> moves) {
        return leads.recordUpdates(tx, moves.stream().flatMap(move -> line(move).stream()).toList()).replaceWithVoid();
    }

    // What stopped before it left is told by its message alone.
    private static Optional<Line> line(Move move) {
        return switch (move.status()) {
            case SENT -> Optional.of(new Line(id(move.subject()), "follow-up".equals(move.step()) ? "followed_up" : "answered", move.at()));
            case BOUNCED -> Optional.of(new Line(id(move.subject()), "bounced", move.at()));
            case COMPLAINED -> Optional.of(new Line(id(move.subject()), "complained", move.at()));
            case PLANNED, CLAIMED, SUBMITTING, UNCERTAIN, SUPPRESSED, SKIPPED, CANCELLED, ACCEPTED, FAILED, DELIVERED, OPENED, READ, CLICKED, REPLIED,
                    RECEIVED ->
                    Optional.empty();
        };
    }

    @Override
    public Uni<Void> replied(Tx tx, Subject subject, Reply reply) {
        return record(tx, subject, switch (reply.meaning()) {
            case ANSWER -> "replied";
            case OPT_OUT -> "opted_out";
            case UNCLEAR -> "replied:unclear_opt_out";
        });
    }

    private Uni<Void> record(Tx tx, Subject subject, String detail) {
        return leads.recordUpdate(tx, id(subject), detail, clock.instant()).replaceWithVoid();
    }

    private static UUID id(Subject subject) {
        return UUID.fromString(subject.id());
    }
}
