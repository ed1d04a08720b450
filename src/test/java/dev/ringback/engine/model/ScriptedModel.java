package dev.ringback.engine.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.breaker.Breakers;
import dev.ringback.engine.provider.ProviderHttp;
import dev.ringback.engine.time.Clock;

/// The model as production has it, over HTTP, at an address that a test gives it; off otherwise.
@Alternative
@Priority(1)
@ApplicationScoped
public class ScriptedModel implements Model {

    @Inject
    ProviderHttp http;
    @Inject
    Clock clock;

    private volatile Optional<Model> there = Optional.empty();

    private record Config(Optional<URI> baseUrl, Optional<String> name, Optional<String> apiKey, Duration timeout, int mostChars, int mostTokens,
            String tokensMember) implements ModelConfig {}

    public void at(URI url) {
        var config = new Config(Optional.of(url), Optional.of("tiny"), Optional.empty(), Duration.ofSeconds(1), 8_000, 800, "max_tokens");
        there = Optional.of(new ChatCompletions(http, Breakers.alone(clock), new AnswerSchema(), config));
    }

    public void off() {
        there = Optional.empty();
    }

    @Override
    public boolean isThere() {
        return there.isPresent();
    }

    @Override
    public Uni<ModelAnswer> ask(Question question) {
        return there.map(model -> model.ask(question)).orElseGet(() -> Uni.createFrom().item(new ModelAnswer.None("model_off")));
    }
}
