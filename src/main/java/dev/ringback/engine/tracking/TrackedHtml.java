package dev.ringback.engine.tracking;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import org.jsoup.Jsoup;

/// A mail's HTML with other links and a pixel.
final class TrackedHtml {

    private TrackedHtml() {}

    /// @param link  what a link becomes; empty for one that stays
    /// @param pixel fetched when the mail is shown
    static String of(String html, Function<String, Optional<URI>> link, String pixel) {
        var mail = Jsoup.parse(html);
        mail.outputSettings().prettyPrint(false);
        mail.select("a[href], area[href]")
                .forEach(anchor -> link.apply(anchor.attr("href").strip()).ifPresent(tracked -> anchor.attr("href", tracked.toString())));
        mail.body().appendElement("img").attr("src", pixel).attr("width", "1").attr("height", "1").attr("alt", "");
        return mail.outerHtml();
    }
}
