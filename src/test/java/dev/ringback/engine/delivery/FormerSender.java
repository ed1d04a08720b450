package dev.ringback.engine.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

import dev.ringback.engine.channel.ProviderSender;

/// A provider that the installation had before.
@ApplicationScoped
@Typed({FormerSender.class, ProviderSender.class})
class FormerSender extends ScriptedSender {

    static final String NAME = "former";

    @Override
    public String provider() {
        return NAME;
    }
}
