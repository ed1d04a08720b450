package dev.ringback.recruiting.message;

import java.time.Instant;
import java.util.Map;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;

/// Makes the messages of a session. The step says what one is for: `opening`, `question:<objective>`, `remark`, `closing`, `reminder`, `agent`,
/// `call`.
public final class SessionMessages {

    public static final String OPENING = "opening";
    public static final String QUESTION = "question:";
    public static final String CLOSING = "closing";
    public static final String REMARK = "remark";
    public static final String REMINDER = "reminder";
    public static final String AGENT = "agent";
    public static final String CALL = "call";

    private static final String PURPOSE = "conversation";
    private static final String LANGUAGE = "en";
    private static final String TONE = "Neutral";

    private SessionMessages() {}

    /// What an answer is answered with.
    ///
    /// @param cause the candidate's message
    /// @param at    when it came
    public record Turn(String cause, Instant at, Channel channel) {}

    /// The campaign's own template, once per session.
    public static OutboundMessage opening(Contact to) {
        return message(to, new Name(OPENING, ""), Channel.WHATSAPP, OPENING + ":" + to.campaign(), Map.of(),
                new Conditions(PURPOSE, null, to.endsAt()));
    }

    public static OutboundMessage question(Contact to, Turn turn, String objective, String text) {
        return answer(to, turn, QUESTION + objective, text);
    }

    /// Words that ask for nothing.
    public static OutboundMessage remark(Contact to, Turn turn, String text) {
        return answer(to, turn, REMARK, text);
    }

    public static OutboundMessage closing(Contact to, Turn turn, String text) {
        return answer(to, turn, CLOSING, text);
    }

    /// @param since when the silence began: a new one may be broken anew
    public static OutboundMessage reminder(Contact to, Instant since, int nth) {
        return message(to, new Name(REMINDER, "%s:%d".formatted(since, nth)), Channel.WHATSAPP, REMINDER + ":" + to.campaign(), Map.of("nth", nth),
                new Conditions(PURPOSE, null, to.endsAt()));
    }

    /// @param request names the recruiter's request
    public static OutboundMessage agent(Contact to, String request, String text) {
        return message(to, new Name(AGENT, request), Channel.WHATSAPP, "text", Map.of("text", text), new Conditions(PURPOSE, null, null));
    }

    /// @param attempt names the request and the attempt
    /// @param brief   what travels to the agent; `opening` is said first
    public static OutboundMessage call(Contact to, String attempt, Map<String, Object> brief) {
        return message(to, new Name(CALL, attempt), Channel.VOICE, CALL, brief, new Conditions(PURPOSE, null, to.endsAt()));
    }

    private static OutboundMessage answer(Contact to, Turn turn, String step, String text) {
        return message(to, new Name(step, turn.cause()), turn.channel(), "text", Map.of("text", text, "cause", turn.cause()),
                new Conditions(PURPOSE, turn.at(), null));
    }

    private record Name(String step, String visit) {}

    private static OutboundMessage message(Contact to, Name name, Channel channel, String template, Map<String, Object> more, Conditions conditions) {
        return new OutboundMessage(to.subject(), name.step(), name.visit(), channel, to.phone(), new Wording(template, LANGUAGE, TONE), to.with(more),
                conditions);
    }
}
