package dev.ringback.engine.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.sql.Tx;

/// The packs' sides by pack.
@ApplicationScoped
public class PackConversations {

    private static final PackConversation NOBODY = new Nobody();

    private final List<PackConversation> all;
    private final MessageRepository messages;

    PackConversations(@All List<PackConversation> all, MessageRepository messages) {
        this.all = all.stream().sorted(Comparator.comparing(PackConversation::pack)).toList();
        this.messages = messages;
    }

    /// @throws IllegalStateException for a pack that this executable doesn't have
    public PackConversation of(Subject subject) {
        return subject.isPacks() ? side(subject) : NOBODY;
    }

    /// Which of the subjects must not be written to, and why; whom no pack knows is not written to either.
    public Uni<Map<Subject, String>> refusals(Tx tx, Collection<Subject> subjects) {
        return ofEach(subjects, (pack, its) -> pack.refusals(tx, its))
                .invoke(refused -> subjects.stream().filter(subject -> subject.isPacks() && find(subject).isEmpty())
                        .forEach(subject -> refused.put(subject, "subject_unknown")));
    }

    private <T> Uni<Map<Subject, T>> ofEach(Collection<Subject> subjects, BiFunction<PackConversation, List<Subject>, Uni<Map<Subject, T>>> ask) {
        var perSide = subjects.stream().filter(subject -> subject.isPacks() && find(subject).isPresent()).distinct()
                .collect(Collectors.groupingBy(this::side));
        return Multi.createFrom().iterable(perSide.entrySet())
                .onItem().transformToUniAndConcatenate(entry -> ask.apply(entry.getKey(), entry.getValue()))
                .collect().in(HashMap::new, Map::putAll);
    }

    /// By which clocks and in which hours the subjects may be written to, where their pack says so.
    public Uni<Map<Subject, Terms>> terms(Tx tx, Collection<Subject> subjects) {
        return ofEach(subjects, (pack, its) -> pack.terms(tx, its));
    }

    /// The subject of the first pack, by name, that takes the arrival for its own.
    public Uni<Optional<Subject>> adopt(Tx tx, Incoming incoming) {
        return Multi.createFrom().iterable(all)
                .onItem().transformToUniAndConcatenate(pack -> pack.adopt(tx, incoming))
                .select().where(Optional::isPresent)
                .toUni().onItem().ifNull().continueWith(Optional::empty);
    }

    public boolean has(String pack) {
        return all.stream().anyMatch(side -> side.pack().equals(pack));
    }

    /// Tells each pack of its messages.
    public Uni<Void> moved(Tx tx, List<Move> moves) {
        var theirs = moves.stream().filter(Move::isPacks).toList();
        return theirs.isEmpty() ? Uni.createFrom().voidItem()
                : messages.project(tx, true)
                        .chain(() -> tell(tx, theirs.stream().collect(Collectors.groupingBy(move -> side(move.subject())))))
                        .chain(() -> messages.project(tx, false));
    }

    private static Uni<Void> tell(Tx tx, Map<PackConversation, List<Move>> perSide) {
        return Multi.createFrom().iterable(perSide.entrySet())
                .onItem().transformToUniAndConcatenate(entry -> entry.getKey().moved(tx, entry.getValue()).replaceWith(entry.getKey()))
                .collect().asList().replaceWithVoid();
    }

    private PackConversation side(Subject subject) {
        return find(subject)
                .orElseThrow(() -> new IllegalStateException("no conversations with %s in pack %s".formatted(subject.kind(), subject.pack())));
    }

    private Optional<PackConversation> find(Subject subject) {
        return all.stream().filter(side -> side.speaksWith(subject)).findFirst();
    }

    /// Of the engine's own subjects: nobody objects and nobody is told.
    private static final class Nobody implements PackConversation {

        @Override
        public String pack() {
            return "engine";
        }

        @Override
        public Uni<Map<Subject, String>> refusals(Tx tx, Collection<Subject> subjects) {
            return Uni.createFrom().item(Map.of());
        }

        @Override
        public Uni<Void> moved(Tx tx, List<Move> moves) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> replied(Tx tx, Subject subject, Reply reply) {
            return Uni.createFrom().voidItem();
        }
    }
}
