package dev.ringback.engine.unsubscribe;

import java.util.List;
import java.util.stream.Collectors;

/// The page that an unsubscribe link opens. Everything that is not ours is escaped; it holds no script and loads nothing.
final class PreferencePage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}
            button{font:inherit;padding:.5rem 1rem}</style>
            </head>
            <body>
            <h1>%s</h1>
            %s
            </body>
            </html>
            """;
    private static final String FORM = """
            <p>%s</p>
            <form method="post">
            %s
            <p><button>%s</button></p>
            </form>
            <form method="post">
            <p><button name="stop" value="all">%s</button></p>
            </form>""";
    private static final String CHANNEL = "<p><label><input type=\"checkbox\" name=\"stop\" value=\"%s\"> %s %s</label></p>";
    private static final String STOPPED = "<p>%s %s: %s</p>";

    /// One way to reach the recipient.
    ///
    /// @param family    its word
    /// @param masked    enough of the address to be recognised
    /// @param isStopped whether nothing is sent there any more
    record Line(String family, String masked, boolean isStopped) {}

    private PreferencePage() {}

    /// @param sender how the tenant calls itself; null where it has no name
    static String choices(PageWords words, String sender, List<Line> lines) {
        var open = lines.stream().filter(line -> !line.isStopped()).toList();
        var stopped = lines.stream().filter(Line::isStopped)
                .map(line -> STOPPED.formatted(words.channel(line.family()), escaped(line.masked()), words.isStopped()))
                .collect(Collectors.joining("\n"));
        if (open.isEmpty()) {
            return page(words, words.title(), stopped);
        }
        var boxes = open.stream().map(line -> CHANNEL.formatted(line.family(), words.channel(line.family()), escaped(line.masked())))
                .collect(Collectors.joining("\n"));
        var who = sender == null ? words.who() : escaped(sender);
        return page(words, words.title(), FORM.formatted(words.asks().formatted(who), boxes, words.stopsSome(), words.stopsAll()) + "\n" + stopped);
    }

    static String done(PageWords words) {
        return page(words, words.title(), "<p>%s</p>".formatted(words.isDone()));
    }

    private static String page(PageWords words, String title, String content) {
        return PAGE.formatted(words.language(), title, title, content);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
