package dev.ringback.engine.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

/// What is saved can be filled in.
@QuarkusTest
class SaveTemplateTest extends GrowthStage {

    private final String key = "test-" + UUID.randomUUID();

    @Test
    void a_sound_template_is_saved_and_its_version_rises_with_what_it_says() {
        // Given
        var draft = draft("Hi {{ name }}", "Hello {{ name }}\n{{ unsubscribe_url }}", "<p>Hello {{ name }}</p>", List.of("name"));

        // When
        var answer = Api.post("templates", Api.SECRET_KEY, draft);

        // Then
        answer.statusCode(200).body("version", is(1), "variables", contains("name", "unsubscribe_url"));
        Api.post("templates", Api.SECRET_KEY, draft).statusCode(200).body("version", is(1));
        Api.post("templates", Api.SECRET_KEY, draft("Hello {{ name }}", "Hello", null, List.of())).statusCode(200).body("version", is(2));
    }

    @Test
    void its_mails_are_tracked_from_when_it_says_so_until_it_says_otherwise() {
        // Given
        var draft = draft("Hi", "Hello", "<p>Hello</p>", List.of());
        Api.post("templates", Api.SECRET_KEY, draft).statusCode(200);
        assertThat(tracked()).isFalse();
        draft.put("tracked", true);

        // When
        Api.post("templates", Api.SECRET_KEY, draft).statusCode(200).body("version", is(1));

        // Then
        draft.remove("tracked");
        Api.post("templates", Api.SECRET_KEY, draft).statusCode(200);
        assertThat(tracked()).isTrue();
        draft.put("tracked", false);
        Api.post("templates", Api.SECRET_KEY, draft).statusCode(200);
        assertThat(tracked()).isFalse();
    }

    private boolean tracked() {
        return database.query("select tracked from engine.template where key = $1", key).getFirst().getBoolean(0);
    }

    @Test
    void what_is_wrong_is_named_with_its_place() {
        // Given
        var draft = draft("Hi {{ nmae }}", "{% if urgent %}{{ bookin_link }}{% endif %}", "{{ name", List.of("name", "urgent"));

        // When
        var answer = Api.post("templates", Api.SECRET_KEY, draft);

        // Then
        answer.statusCode(422).body("errors.field", containsInAnyOrder("subject", "body_text", "body_html"))
                .body("errors.find { it.field == 'subject' }.message", is("unknown variable nmae"))
                .body("errors.find { it.field == 'body_text' }.message", is("unknown variable bookin_link"));
    }

    @Test
    void what_the_keys_other_texts_use_is_known() {
        // Given
        var draft = new HashMap<>(draft("Hi", "Hello {{ name }}, {{ business_name }}", null, List.of()));
        draft.put("key", "lead-reply");
        draft.put("tone", "Test " + key);

        // When
        var answer = Api.post("templates", Api.SECRET_KEY, draft);

        // Then
        answer.statusCode(200).body("variables", contains("business_name", "name"));
        database.query("delete from engine.template where tone = $1", "Test " + key);
    }

    @Test
    void a_tenant_saves_none() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());

        // When
        var answer = Api.post("templates", client.key(), draft("Hi", "Hello", null, List.of()));

        // Then
        answer.statusCode(403);
    }

    private Map<String, Object> draft(String subject, String text, String html, List<String> variables) {
        var draft = new HashMap<String, Object>(Map.of("pack", "growth", "key", key, "language", "en", "subject", subject, "body_text", text,
                "variables", variables));
        draft.put("body_html", html);
        return draft;
    }
}
