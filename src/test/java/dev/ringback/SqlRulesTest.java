package dev.ringback;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.testing.SqlFile;
import dev.ringback.testing.SqlRules;

import static org.assertj.core.api.Assertions.assertThat;

class SqlRulesTest {

    @Test
    void every_statement_keeps_the_rules() throws IOException {
        // When
        var violations = SqlFile.all().stream().flatMap(file -> SqlRules.violations(file).stream());

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
            SELECT id from growth.lead                                       | writes 'SELECT' with capitals
            select l.id from growth.lead l join bids.card c on c.id = l.id   | names the schema 'bids'
            select decrypted_secret from vault.decrypted_secrets             | names the schema 'vault'
            select l.id from elsewhere.lead l                                | names the schema 'elsewhere'
            select public.f(l.id) from growth.lead l                         | names the schema 'public'
            select id from growth.lead where due_at < now()                  | asks the database for the time by now, not :now
            select id from growth.lead where due_at < current_timestamp      | asks the database for the time by current_timestamp, not :now
            select id from growth.lead where due_at < clock_timestamp()      | asks the database for the time by clock_timestamp, not :now
            select id from growth.lead where due_at < 'now'::timestamptz     | asks the database for the time by 'now', not :now
            select * from growth.lead                                        | selects *, not named columns
            select l.* from growth.lead l                                    | selects *, not named columns
            insert into growth.lead (id) values (:id) returning *            | selects *, not named columns
            update growth.lead set a = 1                                     | has no where in its update
            delete from growth.lead                                          | has no where in its delete
            with x as (update growth.lead set a = 1 returning id) select id from x where id = 1 | has no where in its update
            update growth.lead set a = (select b from growth.x where c = 1)  | has no where in its update
            select id from growth.lead for update                            | claims with a for update that lacks skip locked
            select id from growth.lead l for no key update of l              | claims with a for update that lacks skip locked
            select id from growth.lead where id = :leadId                    | has the parameter :leadId, which is not snake_case
            select count(*), 2 * 3 from growth.lead l join engine.thing t on t.id = l.id for update of l skip locked | none
            insert into growth.lead (id, now) values (:id, :now) on conflict (id) do update set a = 1 | none
            update growth.lead l set a = 1 from pg_catalog.pg_class c where c.oid = l.id and extract(epoch from l.due_at) > 0 | none
            select id from growth.lead l where l.a is distinct from l.b -- NOW() * from bids.card | none
            merge into growth.lead l using growth.other o on o.id = l.id when matched then update set a = 1 | none
            """)
    void a_breach_is_found(String sql, String complaint) {
        // Given
        var file = new SqlFile("dev/ringback/growth/lead/LeadRepository.sql", "-- name: claim_due\n-- Purpose.\n" + sql, "get(\"claim_due\")");

        // When
        var violations = SqlRules.violations(file);

        // Then
        if (complaint == null) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).containsExactly(file.name() + ": claim_due " + complaint);
        }
    }

    @Test
    void a_statement_that_no_one_uses_is_found() {
        // Given
        var file = new SqlFile("dev/ringback/growth/lead/LeadRepository.sql", "-- name: find\n-- Purpose.\nselect 1", "get(\"other\")");

        // When // Then
        assertThat(SqlRules.violations(file)).containsExactly(file.name() + ": find is not used by the class beside its file");
    }

    @Test
    void a_statement_without_purpose_is_found() {
        // Given
        var file = new SqlFile("dev/ringback/growth/lead/LeadRepository.sql", "-- name: find\nselect 1", "get(\"find\")");

        // When // Then
        assertThat(SqlRules.violations(file)).singleElement().asString().endsWith("find lacks the line under its name that says its purpose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatch", "run"})
    void leases_alone_live_by_the_databases_clock(String feature) {
        // Given
        var text = "-- name: find\n-- Purpose.\nselect id from engine.work where lease_until < clock_timestamp()";
        var leases = new SqlFile("dev/ringback/engine/%s/WorkRepository.sql".formatted(feature), text, "get(\"find\")");

        // When // Then
        assertThat(SqlRules.violations(leases)).isEmpty();
    }
}
