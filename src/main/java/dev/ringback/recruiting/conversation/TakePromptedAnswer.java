package dev.ringback.recruiting.conversation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.model.ModelAnswer;
import dev.ringback.engine.model.ModelAnswer.Given;
import dev.ringback.engine.model.ModelAnswers;
import dev.ringback.engine.model.Question;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.conversation.TurnPolicy.Asked;
import dev.ringback.recruiting.message.Contact;
import dev.ringback.recruiting.objective.ModelValue;
import dev.ringback.recruiting.objective.Objective;
import dev.ringback.recruiting.objective.ResolveObjectives;
import dev.ringback.recruiting.objective.SessionObjectives;

/// Makes use of what a model says to a candidate: the one value that was asked for, and its words where they may be said. Where there are none,
/// the campaign's questions go on.
@ApplicationScoped
class TakePromptedAnswer {

    private static final Logger LOG = Logger.getLogger(TakePromptedAnswer.class);

    private final PromptRepository prompts;
    private final ConversationRepository conversations;
    private final ResolveObjectives resolveObjectives;
    private final ModelAnswers modelAnswers;
    private final SayNext sayNext;
    private final ConversationConfig.Reply config;

    TakePromptedAnswer(PromptRepository prompts, ConversationRepository conversations, ResolveObjectives resolveObjectives,
            ModelAnswers modelAnswers, SayNext sayNext, ConversationConfig config) {
        this.prompts = prompts;
        this.conversations = conversations;
        this.resolveObjectives = resolveObjectives;
        this.modelAnswers = modelAnswers;
        this.sayNext = sayNext;
        this.config = config.reply();
    }

    /// How a session stands at a message that still wants an answer.
    private record Standing(PromptedTurn turn, SessionObjectives session, Optional<Asked> asked) {

        Optional<Objective> open() {
            return TurnPolicy.answered(session, asked);
        }
    }

    /// An answer that a message still wants.
    ///
    /// @param question empty where the campaign has no prompt any more
    record Wanted(Optional<Question> question) {}

    /// Whether a model is to answer what comes in this session.
    Uni<Boolean> isWanted(Tx tx, String sessionId) {
        return prompts.isWanted(tx, sessionId, config.most());
    }

    /// Empty where the message wants no answer any more.
    Uni<Optional<Wanted>> look(Tx tx, UUID message) {
        return stand(tx, message).chain(found -> found.map(standing -> question(tx, standing).map(question -> Optional.of(new Wanted(question))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Question>> question(Tx tx, Standing standing) {
        var turn = standing.turn();
        return !turn.isPrompted() ? Uni.createFrom().item(Optional.empty())
                : prompts.listSaid(tx, turn.sessionId()).map(said -> Optional.of(
                        PromptedQuestion.of(turn, standing.session(), standing.open(), said, config.mostChars())));
    }

    /// Answers false where the message wants no answer any more.
    Uni<Boolean> take(Tx tx, UUID message, ModelAnswer answer) {
        return stand(tx, message).chain(found -> found.isEmpty() ? Uni.createFrom().item(false) : take(tx, found.get(), answer).replaceWith(true));
    }

    private Uni<Optional<Standing>> stand(Tx tx, UUID message) {
        return prompts.findTurn(tx, message)
                .chain(seen -> seen.map(turn -> hold(tx, turn)).orElseGet(TakePromptedAnswer::nothing));
    }

    // The session is held before the message is looked at: whoever writes or answers meanwhile comes before or after all of this.
    private Uni<Optional<Standing>> hold(Tx tx, PromptedTurn seen) {
        return resolveObjectives.lock(tx, seen.sessionId())
                .chain(session -> session.map(held -> stand(tx, held, seen.message())).orElseGet(TakePromptedAnswer::nothing));
    }

    private Uni<Optional<Standing>> stand(Tx tx, SessionObjectives session, UUID message) {
        return prompts.findTurn(tx, message).map(found -> found.filter(PromptedTurn::isOpen))
                .chain(turn -> turn.isEmpty() ? nothing()
                        : conversations.findAsked(tx, session.sessionId()).map(asked -> Optional.of(new Standing(turn.get(), session, asked))));
    }

    private static Uni<Optional<Standing>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<Void> take(Tx tx, Standing before, ModelAnswer answer) {
        var value = value(before, answer);
        return keep(tx, before.turn(), answer)
                .chain(() -> resolveObjectives.learn(tx, before.session(), before.open(), value))
                .chain(after -> say(tx, before, after, value.isPresent() ? Optional.empty() : before.open(), answer));
    }

    private Uni<Void> keep(Tx tx, PromptedTurn turn, ModelAnswer answer) {
        return answer instanceof Given given
                ? modelAnswers.keep(tx, Contact.subject(turn.sessionId()), PromptedQuestion.PURPOSE, turn.message().toString(), given)
                : Uni.createFrom().voidItem();
    }

    private Optional<Object> value(Standing before, ModelAnswer answer) {
        return answer instanceof Given given && given.confidence().compareTo(config.leastConfidence()) >= 0
                ? before.open().flatMap(objective -> ModelValue.read(objective, given.values().get(PromptedQuestion.VALUE),
                        LocalDate.ofInstant(before.turn().at(), before.session().zone())))
                : Optional.empty();
    }

    private Uni<Void> say(Tx tx, Standing before, SessionObjectives after, Optional<Objective> open, ModelAnswer answer) {
        var turn = before.turn();
        var words = after.isActive() ? words(turn, answer) : Optional.<String>empty();
        return words.isPresent()
                ? sayNext.say(tx, open.map(Objective::name).or(() -> after.objectives().next(after.values()).map(Objective::name)), words.get(),
                        turn.sessionId(), turn.turn())
                : sayNext.say(tx, TurnPolicy.next(after, open, before.asked(), before.turn().turn().at()), turn.sessionId(), turn.turn());
    }

    private Optional<String> words(PromptedTurn turn, ModelAnswer answer) {
        if (!(answer instanceof Given given)) {
            return Optional.empty();
        }
        var reply = given.values().get(PromptedQuestion.REPLY).toString().strip();
        var refusal = ReplyPolicy.refusal(reply, turn.ours(), config.mostChars());
        refusal.ifPresent(
                reason -> LOG.warnf("reply of the model not said session=%s message=%s reason=%s", turn.sessionId(), turn.message(), reason));
        return refusal.isPresent() ? Optional.empty() : Optional.of(reply);
    }
}
