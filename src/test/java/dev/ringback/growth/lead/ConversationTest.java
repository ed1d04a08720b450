package dev.ringback.growth.lead;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

/// From a form to an opt-out, through HTTP, SMTP and a signed webhook.
@QuarkusTest
class ConversationTest extends GrowthStage {

    @Test
    void a_person_asks_is_answered_answers_and_asks_to_be_left_alone() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of("email_tone", "Friendly"));
        var sarah = GivenGrowth.somebody();

        // When
        var lead = client.submits(sarah, ASKS);
        tick();
        var answer = mail.sentTo(sarah).getFirst();
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), answer.getMessageID(), "Thank you! Can we start Monday?")).statusCode(200);
        tick();
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), answer.getMessageID(), "please stop writing to me")).statusCode(200);
        tick();
        client.submits(sarah, "One more question: do you repair gutters?");
        tick();

        // Then
        assertThat(mail.sentTo(sarah)).as("the reply, and the confirmation").hasSize(2);
        assertThat(answer.getSubject()).isEqualTo("Maple Roofing: your message");
        assertThat(answer.getFrom()[0].toString()).isEqualTo("Maple Roofing <%s>".formatted(client.address()));
        assertThat((String) answer.getContent()).contains("Hi Sarah Chen,", "urgent");
        assertThat(history(lead)).containsExactly("submitted", "answered", "replied", "opted_out", "submitted");
        Api.get("growth-lead-timeline/" + lead, client.key()).statusCode(200)
                .body("lead.urgency", equalTo("Low"), "entries.findAll { it.kind == 'received' }.text",
                        hasItems("Thank you! Can we start Monday?", "please stop writing to me"))
                .body("entries.findAll { it.kind == 'message' }.what", hasItems("replied", "suppressed"))
                .body("entries.findAll { it.kind == 'message' }.detail", hasItem("opted_out"));
    }

    @Test
    void a_submission_is_stored_with_what_the_rules_read_in_it() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());

        // When
        var lead = client.submits(GivenGrowth.somebody(), ASKS);

        // Then
        var row = database
                .query("select intent, urgency, tone, confidence_score, current_tag from growth.lead_memory where id = $1", UUID.fromString(lead))
                .getFirst();
        assertThat(List.of(row.getString(0), row.getString(1), row.getString(2), row.getString(4))).containsExactly("pricing", "High", "Urgent",
                "Active");
        assertThat(row.getBigDecimal(3).doubleValue()).isBetween(0.0, 1.0);
        assertThat(database.query("select action_type from growth.lead_actions where lead_id = $1", UUID.fromString(lead)))
                .extracting(action -> action.getString(0)).containsExactly("insert");
    }
}
