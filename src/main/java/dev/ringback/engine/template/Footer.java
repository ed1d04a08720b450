package dev.ringback.engine.template;

import java.util.Locale;

import dev.ringback.engine.template.Rendering.Rendered;

/// What commercial mail must carry, placed under a text that leaves it out (15 U.S.C. 7704(a)(3) and (5), CAN-SPAM).
public final class Footer {

    private static final String UNSUBSCRIBE = "Unsubscribe · Se désabonner · Darse de baja · Abmelden";

    private Footer() {}

    /// @param address the sender's postal one
    /// @param link    by which the recipient says no
    public static Rendered under(Rendered rendered, String address, String link) {
        return new Rendered(rendered.subject(), text(rendered.text(), address, link), html(rendered.html(), address, link));
    }

    private static String text(String text, String address, String link) {
        var missing = new StringBuilder();
        if (!text.contains(address)) {
            missing.append(address).append('\n');
        }
        if (!text.contains(link)) {
            missing.append(UNSUBSCRIBE).append(": ").append(link).append('\n');
        }
        return missing.isEmpty() ? text : text.stripTrailing() + "\n\n-- \n" + missing;
    }

    // Before the end of the body, or mail programs leave it out.
    private static String html(String html, String address, String link) {
        if (html == null) {
            return null;
        }
        var missing = new StringBuilder();
        if (!html.contains(Escaping.html(address))) {
            missing.append("<p>").append(Escaping.html(address).replace("\n", "<br>")).append("</p>");
        }
        if (!html.contains(Escaping.html(link))) {
            missing.append("<p><a href=\"").append(Escaping.html(link)).append("\">").append(UNSUBSCRIBE).append("</a></p>");
        }
        var end = html.toLowerCase(Locale.ROOT).lastIndexOf("</body>");
        return end < 0 ? html + missing : html.substring(0, end) + missing + html.substring(end);
    }
}
