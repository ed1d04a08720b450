package dev.ringback.engine.erasure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.HookCaller;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class EraseSubjectTest extends GrowthStage {

    // RFC 3464.
    private static final String BOUNCE = """
            From: MAILER-DAEMON@mx.example
            To: %s
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=x

            --x
            Content-Type: text/plain

            Not here.

            --x
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; %s
            Action: failed
            Status: 5.1.1

            --x
            Content-Type: text/rfc822-headers

            Message-ID: %s

            --x--
            """;

    @Test
    void a_person_is_shown_whole_then_forgotten_and_still_not_written_to() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var cedar = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        cedar.submits(sarah, ASKS);
        tick();
        var first = sentFrom(maple.address(), sarah);
        MailWorker.handIn(MailWorker.mail(sarah, maple.address(), first, "STOP")).statusCode(200);
        tick();
        Api.post("subject-export", maple.key(), Map.of("address", sarah)).statusCode(200).body("addresses", contains(sarah))
                .body("holdings[0].members.name", is("Sarah Chen")).body("messages.text", hasItems("STOP")).body("ledger.event", contains("revoked"))
                .body("suppressions.reason", contains("opted_out")).body("is_whole", is(true));

        // When
        Api.post("subject-erase", maple.key(), Map.of("address", sarah)).statusCode(200).body("messages", is(3)).body("rows", is(1));

        // Then
        assertThat(traces(maple.id(), sarah)).isEmpty();
        assertThat(traces(cedar.id(), sarah)).isNotEmpty();
        assertThat(database.query("select 1 from engine.inbox where position($1 in encode(body, 'escape')) > 0", sarah)).isEmpty();
        Api.post("subject-export", maple.key(), Map.of("address", sarah)).body("holdings", empty()).body("suppressions.reason", contains("opted_out"))
                .body("messages.size()", greaterThan(1));
        var sent = mail.sentTo(sarah).size();
        maple.submits(sarah, "It is me again");
        tick();
        assertThat(mail.sentTo(sarah)).hasSize(sent);
    }

    @Test
    void an_erasure_leaves_what_another_tenant_was_written() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var cedar = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var rosarah = "ro" + sarah;
        maple.submits(sarah, ASKS);
        cedar.submits(rosarah, ASKS);
        cedar.submits(sarah, ASKS);
        tick();
        for (var from : List.of(rosarah, sarah)) {
            MailWorker.handIn(MailWorker.mail(from, cedar.address(), sentFrom(cedar.address(), from), "Tuesday suits me")).statusCode(200);
        }
        MailWorker.handIn(MailWorker.mail(sarah, maple.address(), sentFrom(maple.address(), sarah), "Wednesday suits me")).statusCode(200);
        tick();

        // When
        Api.post("subject-erase", maple.key(), Map.of("address", sarah)).statusCode(200).body("messages", is(2));

        // Then
        assertThat(database.query("select encode(body, 'escape') from engine.inbox where position($1 in encode(body, 'escape')) > 0", sarah))
                .hasSize(2).allSatisfy(row -> assertThat(row.getString(0)).contains("Tuesday suits me"));
    }

    @Test
    void what_providers_and_mail_servers_reported_goes_too() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        var sent = sentFrom(maple.address(), sarah);
        HookCaller.postmark("""
                {"RecordType": "Delivery", "DeliveredAt": "2026-03-02T15:30:30Z", "Recipient": "%s", "Metadata": {"message": "%s"}}"""
                .formatted(sarah, sent.replaceAll("[<>]|@.*", ""))).statusCode(200);
        MailWorker.handIn(BOUNCE.formatted(maple.address(), sarah, sent)).statusCode(200);
        tick();
        assertThat(database.query("select result from engine.inbox where position($1 in encode(body, 'escape')) > 0 order by 1", sarah))
                .extracting(row -> row.getString(0)).containsExactly("bounce:recorded", "event:delivered");

        // When
        Api.post("subject-erase", maple.key(), Map.of("address", sarah)).statusCode(200);

        // Then
        assertThat(database.query("select 1 from engine.inbox where position($1 in encode(body, 'escape')) > 0", sarah)).isEmpty();
    }

    private static String sentFrom(String sender, String to) throws Exception {
        for (var message : mail.sentTo(to)) {
            if (message.getFrom()[0].toString().contains(sender)) {
                return message.getMessageID();
            }
        }
        throw new AssertionError("nothing came from " + sender);
    }

    // Every text column of every table that could name him, of one tenant.
    private static Iterable<?> traces(String tenant, String address) {
        return database.query("""
                select 'lead' from growth.lead_memory l where client_id::text = $1 and l::text like '%' || $2 || '%'
                union all select 'action' from growth.lead_actions l where client_id::text = $1 and l::text like '%' || $2 || '%'
                union all select 'message' from engine.message m where tenant = $1 and m::text like '%' || $2 || '%'
                union all select 'address' from engine.address a where tenant = $1 and a::text like '%' || $2 || '%'
                union all select 'work' from engine.work w where tenant = $1 and w::text like '%' || $2 || '%'
                union all select 'audit' from engine.audit a where tenant = $1 and a::text like '%' || $2 || '%'
                union all select 'ledger' from engine.consent_event c where tenant = $1 and c::text like '%' || $2 || '%'""", tenant, address);
    }
}
