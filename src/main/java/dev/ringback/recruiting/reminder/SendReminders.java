package dev.ringback.recruiting.reminder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.recruiting.message.SessionMessages;
import dev.ringback.recruiting.reminder.ReminderPolicy.Decision;
import dev.ringback.recruiting.reminder.ReminderRepository.Planned;

/// Reminds candidates who went quiet, many at a time. Work kind `recruiting.remind`, due when `next_reminder_at` says so.
@ApplicationScoped
class SendReminders implements BatchHandler {

    private static final Outcome GONE = new Outcome.Cancelled("session is gone");

    private final Database database;
    private final ReminderRepository reminders;
    private final SendMessage sendMessage;
    private final Reminders config;
    private final Clock clock;

    SendReminders(Database database, ReminderRepository reminders, SendMessage sendMessage, Reminders config, Clock clock) {
        this.database = database;
        this.reminders = reminders;
        this.sendMessage = sendMessage;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "recruiting.remind";
    }

    @Override
    public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        return database.asService(tx -> reminders.findDue(tx, batch.stream().map(Work::subjectId).toList()).chain(due -> remind(tx, due)))
                .map(outcomes -> batch.stream().collect(Collectors.toMap(Work::id, work -> outcomes.getOrDefault(work.subjectId(), GONE))));
    }

    private Uni<Map<String, Outcome>> remind(Tx tx, List<Reminder> due) {
        var outcomes = new HashMap<String, Outcome>();
        var messages = new ArrayList<OutboundMessage>();
        var planned = new ArrayList<Planned>();
        var stopped = new ArrayList<String>();
        for (var reminder : due) {
            var id = reminder.contact().sessionId();
            outcomes.put(id, switch (ReminderPolicy.decide(reminder, clock.instant(), config.times())) {
                case Decision.Remind(var nth, var next) -> {
                    messages.add(SessionMessages.reminder(reminder.contact(), reminder.silentSince(), nth));
                    planned.add(new Planned(id, nth, next));
                    yield new Outcome.Done();
                }
                case Decision.Wait(var until) -> new Outcome.Snoozed(until, "not yet");
                case Decision.Stop(var reason) -> {
                    stopped.add(id);
                    yield new Outcome.Cancelled(reason);
                }
            });
        }
        return reminders.recordPlanned(tx, planned)
                .chain(() -> reminders.disarm(tx, stopped))
                .chain(() -> sendMessage.planAll(tx, messages, clock.instant()))
                .replaceWith(outcomes);
    }
}
