package dev.ringback.engine.phonehook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.CallReport;
import dev.ringback.engine.channel.CallReport.Turn;
import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.progress.Reported;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.TakeReply;

/// An agent reported a call that it led: <https://elevenlabs.io/docs/agents-platform/workflows/post-call-webhooks>. Our id is the
/// dynamic variable `message`, or the call's id is the network's.
@ApplicationScoped
class VoiceAgentArrived implements InboxReader {

    private static final String PROVIDER = "voice-agent";

    private final FindCall findCall;
    private final TakeReply takeReply;
    private final PackConversations packs;

    VoiceAgentArrived(FindCall findCall, TakeReply takeReply, PackConversations packs) {
        this.findCall = findCall;
        this.takeReply = takeReply;
        this.packs = packs;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    // The sound alone comes as a call of its own and says nothing new.
    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        var told = JsonTree.parse(item.body());
        if (told.text("type").filter("post_call_audio"::equals).isPresent() || told.members("data").isEmpty()) {
            return Uni.createFrom().item("ignored");
        }
        var reported = new Reported(told.text("data.conversation_initiation_client_data.dynamic_variables.message"),
                told.text("data.metadata.phone_call.call_sid").orElse(null));
        return findCall.find(tx, item, reported.message(), reported.theirs()).chain(found -> found.isEmpty()
                ? Uni.createFrom().item("unknown_call")
                : take(tx, item, told, found.get()));
    }

    private Uni<String> take(Tx tx, InboxItem item, JsonTree told, Call call) {
        var report = report(item, told, call);
        return packs.of(call.subject()).called(tx, call.subject(), report)
                .chain(() -> isHeard(told, report) ? takeReply.take(tx, said(item, call, report))
                        : Uni.createFrom().item("call:" + report.outcome()));
    }

    private static CallReport report(InboxItem item, JsonTree told, Call call) {
        return new CallReport(call.message(), PROVIDER, told.text("data.conversation_id").orElse(null), item.eventId(),
                Reported.at(item, told.text("event_timestamp")), outcome(told),
                told.text("data.metadata.call_duration_secs").flatMap(VoiceAgentArrived::seconds).orElse(null),
                told.text("data.recording_url").orElse(null),
                told.each("data.transcript").stream().flatMap(turn -> turn(turn).stream()).toList(), told.members("data.analysis"));
    }

    private static String outcome(JsonTree told) {
        return told.text("data.failure_reason").or(() -> told.text("data.status")).orElse("unknown");
    }

    private static Optional<Turn> turn(JsonTree turn) {
        return turn.text("message").filter(text -> !text.isBlank()).map(text -> new Turn(
                turn.text("role").filter("agent"::equals).isPresent() ? "agent" : "person", text,
                turn.text("time_in_call_secs").flatMap(VoiceAgentArrived::seconds).orElse(null)));
    }

    // A machine's greeting is nobody's answer.
    private static boolean isHeard(JsonTree told, CallReport report) {
        return report.turns().stream().anyMatch(turn -> turn.speaker().equals("person"))
                && told.text("data.metadata.termination_reason").filter(reason -> reason.toLowerCase(Locale.ROOT).contains("voicemail"))
                        .isEmpty();
    }

    private static Incoming said(InboxItem item, Call call, CallReport report) {
        var words = report.turns().stream().filter(turn -> turn.speaker().equals("person")).map(Turn::text).collect(Collectors.joining("\n"));
        return new Incoming(item.message(), Channel.VOICE, PROVIDER, report.callId(), Optional.ofNullable(call.ourNumber()).stream().toList(),
                call.theirNumber(), null, words, List.of(), report.at(), List.of(call.message().toString()));
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,6}(\\.\\d{1,9})?") ? Optional.of(Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue()))
                : Optional.empty();
    }
}
