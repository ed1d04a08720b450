package dev.ringback.engine.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.ProviderSender;

/// The same for text messages.
@ApplicationScoped
@Typed({ScriptedTexts.class, ProviderSender.class})
class ScriptedTexts extends ScriptedSender {

    static final String NAME = "scripted-texts";

    @Override
    public String provider() {
        return NAME;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }
}
