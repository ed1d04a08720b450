package dev.ringback.engine.http;

import java.util.Collection;
import java.util.Set;

/// The name of a function as it stands in the path, and the pack it belongs to.
public record FunctionName(String name) {

    public static final String ROOT = "/functions/v1/";
    private static final Set<String> PACKS = Set.of("bids", "roofing", "recruiting", "growth");

    /// @param path below [#ROOT]; what follows the name is the function's own
    public static FunctionName of(String path) {
        var rest = path.substring(ROOT.length());
        var end = rest.indexOf('/');
        return new FunctionName(end < 0 ? rest : rest.substring(0, end));
    }

    public String pack() {
        var prefix = name.contains("-") ? name.substring(0, name.indexOf('-')) : "";
        return PACKS.contains(prefix) ? prefix : "engine";
    }

    /// Called by providers.
    boolean isHook() {
        return name.equals("hooks");
    }

    boolean isAmong(Collection<String> namesAndPacks) {
        return namesAndPacks.contains(name) || namesAndPacks.contains(pack());
    }
}
