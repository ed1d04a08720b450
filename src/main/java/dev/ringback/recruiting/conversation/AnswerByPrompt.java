package dev.ringback.recruiting.conversation;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.model.Model;
import dev.ringback.engine.model.ModelAnswer;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;
import dev.ringback.engine.work.WorkQueue;
import dev.ringback.recruiting.conversation.TakePromptedAnswer.Wanted;
import dev.ringback.recruiting.message.Contact;

/// Has a model answer a candidate as the campaign's `prompt_chat` says. It is asked between two transactions, since it takes its time, and
/// what it says is taken only if nothing has happened in the session meanwhile.
@ApplicationScoped
class AnswerByPrompt implements WorkHandler {

    private static final String KIND = "recruiting.answer-by-prompt";
    private static final ModelAnswer NO_PROMPT = new ModelAnswer.None("no_prompt");

    private final Database database;
    private final Model model;
    private final TakePromptedAnswer takePromptedAnswer;
    private final WorkQueue queue;
    private final Clock clock;

    AnswerByPrompt(Database database, Model model, TakePromptedAnswer takePromptedAnswer, WorkQueue queue, Clock clock) {
        this.database = database;
        this.model = model;
        this.takePromptedAnswer = takePromptedAnswer;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Answers false where there is no model, the campaign has nothing to tell it, or it has said enough in this session. The candidate's next
    /// message takes it back.
    Uni<Boolean> plan(Tx tx, String sessionId, Incoming incoming) {
        return model.isThere()
                ? takePromptedAnswer.isWanted(tx, sessionId)
                        .call(wanted -> wanted ? queue.enqueue(tx, work(sessionId, incoming)) : Uni.createFrom().voidItem())
                : Uni.createFrom().item(false);
    }

    // Whoever is called meanwhile waits for his answer all the same: a message that wants none any more says so itself.
    private NewWork work(String sessionId, Incoming incoming) {
        var subject = Contact.subject(sessionId);
        var message = incoming.id().toString();
        return new NewWork(subject.pack(), KIND, subject.tenant(), subject.kind(), sessionId, KIND + ":" + message, clock.instant(),
                Map.of("message", message), false);
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        var message = UUID.fromString(work.payload().get("message").toString());
        return database.asService(tx -> takePromptedAnswer.look(tx, message))
                .chain(wanted -> wanted.map(one -> answer(message, one)).orElseGet(() -> Uni.createFrom().item(overtaken())));
    }

    private Uni<Outcome> answer(UUID message, Wanted wanted) {
        return wanted.question().map(model::ask).orElseGet(() -> Uni.createFrom().item(NO_PROMPT))
                .chain(answer -> database.asService(tx -> takePromptedAnswer.take(tx, message, answer)))
                .map(taken -> taken ? new Outcome.Done() : overtaken());
    }

    private static Outcome overtaken() {
        return new Outcome.Cancelled("the conversation has gone on");
    }
}
