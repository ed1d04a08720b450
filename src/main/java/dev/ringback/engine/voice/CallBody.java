package dev.ringback.engine.voice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Outgoing;

/// What Telnyx is told: <https://developers.telnyx.com/api-reference/call-commands/dial> and
/// <https://developers.telnyx.com/api-reference/call-commands/start-ai-assistant>.
///
/// Of the instructions `assistant_id`, `prompt`, `max_duration_seconds` and `ring_seconds` have a place of their own; the rest are
/// facts for the agent.
final class CallBody {

    private static final String ASSISTANT = "assistant_id";
    private static final String PROMPT = "prompt";
    private static final String LONGEST = "max_duration_seconds";
    private static final String RINGING = "ring_seconds";
    private static final int MOST_GREETING = 3_000;

    private CallBody() {}

    static Map<String, Object> dial(Outgoing message, Content.Call call, String connectionId, VoiceConfig.Telnyx config) {
        return new HashMap<>(Map.of("connection_id", connectionId, "to", message.to(), "from", message.identity().address(),
                "from_display_name", displayName(message.identity().displayName()),
                "client_state", clientState(message.id()), "command_id", message.id().toString(),
                "timeout_secs", seconds(call, RINGING, config.ringing().toSeconds(), 5, 600),
                "time_limit_secs", seconds(call, LONGEST, config.longest().toSeconds(), 60, 14_400),
                "answering_machine_detection", config.answeringMachineDetection()));
    }

    /// Empty where no agent is known.
    static Optional<Map<String, Object>> agent(UUID message, Content.Call call, Optional<String> usual) {
        return text(call, ASSISTANT).or(() -> usual).map(id -> Map.of("assistant", Map.of("id", id, "instructions", instructions(call)),
                "greeting", call.opening().substring(0, Math.min(call.opening().length(), MOST_GREETING)),
                "client_state", clientState(message), "command_id", message.toString()));
    }

    private static String instructions(Content.Call call) {
        var facts = call.instructions().entrySet().stream().filter(fact -> isFact(fact.getKey())).sorted(Map.Entry.comparingByKey())
                .map(fact -> "%s: %s".formatted(fact.getKey(), fact.getValue())).collect(Collectors.joining("\n"));
        return "%s\n\n%s".formatted(text(call, PROMPT).orElse(""), facts).strip();
    }

    private static boolean isFact(String name) {
        return !name.equals(ASSISTANT) && !name.equals(PROMPT) && !name.equals(LONGEST) && !name.equals(RINGING);
    }

    private static long seconds(Content.Call call, String name, long usual, long least, long most) {
        var asked = call.instructions().get(name) instanceof Number number ? number.longValue() : usual;
        return Math.clamp(asked, least, most);
    }

    private static Optional<String> text(Content.Call call, String name) {
        return Optional.ofNullable(call.instructions().get(name)).map(Object::toString).filter(text -> !text.isBlank());
    }

    private static String clientState(UUID message) {
        return Base64.getEncoder().encodeToString("{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
    }

    // At most 128 characters of letters, digits, spaces and -_~!.+
    private static String displayName(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9 _~!.+-]", " ").strip();
        return plain.substring(0, Math.min(plain.length(), 128));
    }
}
