package dev.ringback.crash;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/// What must be true when the dust has settled.
final class Aftermath {

    /// Where work can be.
    static final List<String> QUEUE = List.of("work", "waiting", "ready", "lease");

    private static final Set<String> UNSETTLED = Set.of("planned", "claimed", "submitting", "uncertain");

    private final Stage stage;
    private final List<Planned> planned;
    private final List<Postbox.Mail> taken;

    private record Planned(String id, String channel, String to, String status, boolean wasUncertain, boolean settled) {

        /// By what the provider knows it: our id, in a mail's Message-ID too, or where it takes none the number, which is another for
        /// each text.
        boolean is(Postbox.Mail mail) {
            return mail.message().key().equals(id) || mail.message().reference().startsWith("<" + id) || channel.equals("sms")
                    && mail.message().to().equals(to);
        }
    }

    Aftermath(Stage stage, Postbox postbox) {
        this.stage = stage;
        this.planned = stage.query(
                "select id::text, channel, their_address, status::text, uncertain_at is not null, "
                        + "settled_at is not null from engine.message where direction = 'out'")
                .stream().map(row -> new Planned(row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4),
                        row.getBoolean(5)))
                .toList();
        this.taken = postbox.taken();
    }

    /// How much is left to be done.
    static long left(Stage stage) {
        return QUEUE.stream().mapToLong(table -> stage.query("select count(*) from engine." + table).getFirst().getLong(0)).sum();
    }

    void nothingIsLeft() {
        assertThat(stage.query("select kind, last_error from engine.work")).isEmpty();
        assertThat(stage.query("select work_id, due_at from engine.waiting")).isEmpty();
        assertThat(stage.query("select * from engine.ready")).isEmpty();
        assertThat(stage.query("select worker from engine.lease")).isEmpty();
        assertThat(stage.query("select kind, last_error from engine.dead_letter")).isEmpty();
        assertThat(planned).noneMatch(message -> UNSETTLED.contains(message.status()) && !message.settled());
    }

    /// Once each, also where a form was sent again because nothing came back.
    void everyLeadIsAnswered(List<String> emails) {
        var answered = planned.stream().filter(message -> message.channel().equals("email")).map(Planned::to).toList();
        assertThat(answered).containsExactlyInAnyOrderElementsOf(emails);
    }

    /// The lead's history is a projection of its messages.
    void historiesAgree() {
        assertThat(stage.query("""
                select l.email
                  from growth.lead_memory l
                 where (select count(*) from growth.lead_actions a where a.lead_id = l.id and a.detail = 'answered')
                       <> (select count(*) from engine.message m where m.subject_id = l.id::text and m.sent_at is not null)"""))
                .isEmpty();
    }

    void everyStepArrivedAsItsProviderAllows() {
        assertThat(planned).allSatisfy(this::arrived);
        assertThat(taken).allMatch(mail -> planned.stream().anyMatch(message -> message.is(mail)));
    }

    long uncertain() {
        return planned.stream().filter(Planned::wasUncertain).count();
    }

    int steps() {
        return planned.size();
    }

    private void arrived(Planned message) {
        var copies = taken.stream().filter(message::is).toList();
        switch (message.channel()) {
            case "sms" -> {
                assertThat(copies).as("at most once: %s", message).hasSizeLessThanOrEqualTo(1);
                assertThat(copies.size() == 1 || message.wasUncertain() && message.settled()).as("sent, or given up: %s", message).isTrue();
            }
            default -> {
                boolean bySmtp = copies.stream().anyMatch(copy -> copy.message().channel().endsWith("SMTP"));
                assertThat(copies).as("not lost: %s", message).isNotEmpty();
                assertThat(copies.size() == 1 || bySmtp && message.wasUncertain()).as("once: %s, %s", message, copies).isTrue();
            }
        }
    }
}
