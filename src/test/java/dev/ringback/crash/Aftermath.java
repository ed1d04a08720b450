package dev.ringback.crash;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/// What must be true when the dust has settled.
final class Aftermath {

    private static final Set<String> UNSETTLED = Set.of("planned", "claimed", "submitting", "uncertain");
    private static final Set<String> GIVEN_UP = Set.of("failed", "skipped", "cancelled");

    private final Stage stage;
    private final List<Planned> planned;
    private final Map<String, List<Postbox.Mail>> taken;

    private record Planned(String channel, String to, String status, boolean wasUncertain) {

        String arrivalKey() {
            return channel + to;
        }
    }

    Aftermath(Stage stage, Postbox postbox) {
        this.stage = stage;
        this.planned = stage.query("select channel, their_address, status, uncertain_at is not null from engine.message where direction = 'out'")
                .stream().map(row -> new Planned(row.getString(0), row.getString(1), row.getString(2), row.getBoolean(3))).toList();
        this.taken = postbox.taken().stream().collect(Collectors.groupingBy(mail -> channel(mail) + mail.message().to()));
    }

    /// How much is left to be done.
    static long left(Stage stage) {
        return stage.query("select (select count(*) from engine.work) + (select count(*) from engine.ready) + (select count(*) from engine.lease)")
                .getFirst().getLong(0);
    }

    void nothingIsLeft() {
        assertThat(stage.query("select kind, last_error from engine.work")).isEmpty();
        assertThat(stage.query("select * from engine.ready")).isEmpty();
        assertThat(stage.query("select worker from engine.lease")).isEmpty();
        assertThat(stage.query("select kind, last_error from engine.dead_letter")).isEmpty();
        assertThat(planned).noneMatch(message -> UNSETTLED.contains(message.status()));
    }

    /// One step per lead, and none of a lead that nobody sent.
    void everyLeadIsAnsweredOnce(List<String> emails) {
        var answered = planned.stream().filter(message -> message.channel().equals("email")).map(Planned::to).toList();
        assertThat(answered).containsExactlyInAnyOrderElementsOf(emails);
        assertThat(
                stage.query("select l.email from growth.lead_memory l left join growth.lead_actions a on a.lead_id = l.id and a.detail = 'answered' "
                        + "group by l.id having count(a.id) <> 1"))
                .as("leads whose history doesn't say once that they were answered").isEmpty();
    }

    void everyStepArrivedAsItsProviderAllows() {
        assertThat(planned).allSatisfy(this::arrived);
        var expected = planned.stream().map(Planned::arrivalKey).collect(Collectors.toCollection(HashSet::new));
        assertThat(expected).containsAll(taken.keySet());
    }

    long uncertain() {
        return planned.stream().filter(Planned::wasUncertain).count();
    }

    int steps() {
        return planned.size();
    }

    private void arrived(Planned message) {
        var copies = taken.getOrDefault(message.arrivalKey(), List.of());
        switch (message.channel()) {
            case "sms" -> {
                assertThat(copies).as("at most once: %s", message).hasSizeLessThanOrEqualTo(1);
                assertThat(copies.isEmpty()).as("given up, and said so: %s", message)
                        .isEqualTo(message.wasUncertain() && GIVEN_UP.contains(message.status()) && copies.isEmpty());
            }
            default -> {
                boolean bySmtp = copies.stream().anyMatch(copy -> copy.message().channel().endsWith("SMTP"));
                assertThat(copies).as("not lost: %s", message).isNotEmpty();
                assertThat(copies.size() == 1 || bySmtp && message.wasUncertain()).as("once: %s, %s", message, copies).isTrue();
                assertThat(copies).as("under one Message-ID: %s", message).extracting(copy -> copy.message().reference()).containsOnly(
                        copies.getFirst().message().reference());
            }
        }
    }

    private static String channel(Postbox.Mail mail) {
        return mail.message().channel().split(" ")[0];
    }
}
