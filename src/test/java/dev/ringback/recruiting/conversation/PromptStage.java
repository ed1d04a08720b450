package dev.ringback.recruiting.conversation;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.vertx.core.json.JsonObject;

import dev.ringback.engine.model.ScriptedModel;
import dev.ringback.testing.FakeProvider;
import dev.ringback.testing.GivenRecruiting;

/// Campaigns with a prompt, and a model over HTTP that answers as told.
abstract class PromptStage extends InboundStage {

    static final String PROMPT = "Be friendly. Our page is https://jobs.example.";

    @Inject
    ScriptedModel model;

    FakeProvider stub;

    @BeforeEach
    void a_model() throws IOException {
        stub = new FakeProvider();
        model.at(stub.url());
    }

    @AfterEach
    void no_model() {
        model.off();
        stub.close();
    }

    /// A session that is asked for its date.
    String asked(String number) {
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of("prompt_chat", PROMPT)), number);
        tick();
        model.off();
        hears(from(number, "yes"));
        tick();
        model.at(stub.url());
        return session;
    }

    void says(String answer) {
        switch (answer) {
            case "silence" -> stub.saysNothing();
            case String status when status.startsWith("HTTP ") -> stub.answers(Integer.parseInt(status.substring(5)), "");
            default -> stub.answers(200, new JsonObject(Map.of("model", "tiny-1", "choices", List.of(Map.of("message",
                    Map.of("role", "assistant", "content", answer.replace('\'', '"')))))).encode());
        }
    }
}
