package dev.ringback.engine.whatsapp;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.ringback.engine.channel.Content;

/// The messages of <https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages>.
final class WhatsAppBody {

    private static final Set<String> IMAGES = Set.of("jpg", "jpeg", "png");
    private static final Set<String> VIDEOS = Set.of("mp4", "3gp");

    private WhatsAppBody() {}

    /// Empty where one message of WhatsApp cannot say it: it carries one medium at most.
    static Optional<Map<String, Object>> of(Content.Text text) {
        return switch (text.media().size()) {
            case 0 -> Optional.of(typed("text", Map.of("body", text.text(), "preview_url", text.text().contains("https://"))));
            case 1 -> Optional.of(medium(text.media().getFirst(), text.text()));
            default -> Optional.empty();
        };
    }

    static Map<String, Object> of(Content.ApprovedTemplate template) {
        var body = new HashMap<String, Object>(Map.of("name", template.name(), "language", Map.of("code", template.language())));
        if (!template.parameters().isEmpty()) {
            var parameters = template.parameters().stream().map(parameter -> Map.of("type", "text", "text", parameter)).toList();
            body.put("components", List.of(Map.of("type", "body", "parameters", parameters)));
        }
        return typed("template", body);
    }

    // Sound takes no caption and stickers are no pictures: as documents they keep their text.
    private static Map<String, Object> medium(URI link, String caption) {
        var name = Optional.ofNullable(link.getPath()).orElse("").replaceAll(".*/", "");
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var type = IMAGES.contains(ending) ? "image" : VIDEOS.contains(ending) ? "video" : "document";
        var body = new HashMap<String, Object>(Map.of("link", link.toString()));
        if (!caption.isBlank()) {
            body.put("caption", caption);
        }
        if (type.equals("document") && !name.isEmpty()) {
            body.put("filename", name);
        }
        return typed(type, body);
    }

    private static Map<String, Object> typed(String type, Map<String, Object> content) {
        return Map.of("type", type, type, content);
    }
}
