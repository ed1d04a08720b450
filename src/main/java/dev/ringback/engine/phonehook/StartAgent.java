package dev.ringback.engine.phonehook;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.voice.CallAgent;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;
import dev.ringback.engine.work.WorkQueue;

/// Lets the agent speak on a call that somebody has taken; where no agent can, hangs up instead of keeping silent. Work kind
/// `engine.call-agent`.
@ApplicationScoped
class StartAgent implements WorkHandler {

    private static final String KIND = "engine.call-agent";

    private final FindCall findCall;
    private final CallAgent agent;
    private final Database database;
    private final WorkQueue queue;
    private final Clock clock;

    StartAgent(FindCall findCall, CallAgent agent, Database database, WorkQueue queue, Clock clock) {
        this.findCall = findCall;
        this.agent = agent;
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// The call waits with somebody on the line: due at once.
    Uni<Void> plan(Tx tx, InboxItem item, Call call, String callId) {
        return queue.enqueue(tx, new NewWork("engine", KIND, call.subject().tenant(), "message", call.message().toString(),
                "%s:%s".formatted(KIND, item.id()), clock.instant(), Map.of("call_id", callId), false));
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        return database.asService(tx -> findCall.now(tx, UUID.fromString(work.subjectId())))
                .chain(found -> start(found, (String) work.payload().get("call_id")));
    }

    private Uni<Outcome> start(Optional<Call> found, String callId) {
        return found.map(call -> agent.start(call.identity(), callId, call.message(), new Content.Call(call.opening(), call.variables()))
                .chain(speaks -> speaks ? Uni.createFrom().<Outcome>item(new Outcome.Done()) : hangUp(call, callId)))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.Cancelled("forgotten")));
    }

    private Uni<Outcome> hangUp(Call call, String callId) {
        return agent.hangUp(call.identity(), callId, call.message()).replaceWith(new Outcome.Cancelled("no agent"));
    }
}
