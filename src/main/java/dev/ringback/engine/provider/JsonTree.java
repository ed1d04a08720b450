package dev.ringback.engine.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// What somebody else's JSON says, read leniently: what is missing or of another kind is empty.
public final class JsonTree {

    private final Object value;

    /// @param value maps, lists and scalars; null for nothing
    public JsonTree(Object value) {
        this.value = value;
    }

    /// Of what is no JSON an empty one.
    public static JsonTree parse(byte[] json) {
        try {
            return new JsonTree(plain(Json.decodeValue(Buffer.buffer(json))));
        } catch (DecodeException noJson) {
            return new JsonTree(null);
        }
    }

    /// @param path names and positions: `errors.0.code`; empty for this itself
    public JsonTree at(String path) {
        var at = value;
        for (var step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            at = inside(at, step);
        }
        return new JsonTree(at);
    }

    /// A scalar.
    public Optional<String> text(String path) {
        var found = at(path).value;
        return found instanceof String || found instanceof Number || found instanceof Boolean ? Optional.of(found.toString()) : Optional.empty();
    }

    /// The items of a list; none where there is no list.
    public List<JsonTree> each(String path) {
        return at(path).value instanceof List<?> items ? items.stream().<JsonTree>map(JsonTree::new).toList() : List.of();
    }

    /// The members of an object; none where there is no object.
    @SuppressWarnings("unchecked")
    public Map<String, Object> members(String path) {
        return at(path).value instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of();
    }

    public boolean isList() {
        return value instanceof List<?>;
    }

    public byte[] encoded() {
        return Json.encodeToBuffer(value).getBytes();
    }

    private static Object plain(Object decoded) {
        return switch (decoded) {
            case JsonObject object -> object.getMap();
            case JsonArray array -> array.getList();
            case null, default -> decoded;
        };
    }

    private static Object inside(Object at, String step) {
        return switch (at) {
            case Map<?, ?> members -> members.get(step);
            case List<?> items when step.matches("\\d{1,3}") && Integer.parseInt(step) < items.size() -> items.get(Integer.parseInt(step));
            case null, default -> null;
        };
    }
}
