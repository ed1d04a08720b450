package dev.ringback.engine.message;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/// The packs' sides by pack.
@ApplicationScoped
public class PackConversations {

    private final Map<String, PackConversation> byPack;

    PackConversations(@All List<PackConversation> all) {
        this.byPack = all.stream().collect(Collectors.toUnmodifiableMap(PackConversation::pack, Function.identity()));
    }

    /// @throws IllegalStateException for a pack that this executable doesn't have
    public PackConversation of(Subject subject) {
        var conversation = byPack.get(subject.pack());
        if (conversation == null) {
            throw new IllegalStateException("no conversations in pack " + subject.pack());
        }
        return conversation;
    }
}
