package dev.ringback.engine.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes away what a mail program added to a reply: the quoted mail, its heading and the signature.
public final class QuotedText {

    private static final int MAX_LINES = 5_000;
    // Of those that programs put into their headings.
    private static final Pattern SPACES = Pattern.compile("[\u00A0\u202F]");

    // "On … wrote:" and its sisters, on one line or wrapped on two or three. Headings end in a colon, prose seldom does.
    private static final Pattern HEADING = Pattern.compile("""
            (?iu)^\\W{0,3}(?:on\\b.{3,300}\\bwrote|le\\b.{3,300}\\ba écrit|am\\b.{3,300}\\bschrieb.{0,120}|el\\b.{3,300}\\bescribió\
            |.{3,200}\\b(?:schrieb am|wrote on|a écrit le|escribió el)\\b.{3,80})\\s?:\\s*$""");
    private static final Pattern HEADING_BEGINS = Pattern.compile("(?iu)^\\W{0,3}(?:on|le|am|el)\\s.{3,}");
    private static final Pattern DIVIDER = Pattern.compile("""
            (?iu)^\\s*(?:[-_*]{2,}\\s*(?:original message|original appointment|forwarded message|message d'origine|message original|message transféré\
            |ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|mensaje original|mensaje reenviado)\\s*[-_*]{2,}|_{20,}\
            |-{3,}\\s*(?:on|le|am|el)\\b.{3,300}\\b(?:wrote|écrit|schrieb|escribió)\\s*-{3,})\\s*$""");
    private static final Pattern FIRST_FIELD =
            Pattern.compile("(?iu)^\\s*\\*?(?:from|de|von|sent|gesendet|envoyé|enviado(?: el)?)\\s?:\\*?\\s*\\S.*");
    private static final Pattern LATER_FIELD = Pattern.compile("""
            (?iu)^\\s*\\*?(?:from|de|von|sent|date|to|subject\
            |envoyé|à|objet|gesendet|datum|an|betreff|enviado|fecha|para|asunto)(?: el| le)?\\s?:\\*?.*""");
    private static final Pattern DEVICE = Pattern.compile("""
            (?iu)^\\s*(?:sent from my|sent from (?:outlook|yahoo|mail)|sent with \\W?[\\w ]{1,30}\\W|get outlook for\
            |outlook (?:für|pour|para) (?:ios|android)\
            |(?:obtenir|télécharger|obtener|descargar) outlook|envoyé de mon|envoyé depuis|von meinem .{1,40} gesendet\
            |gesendet mit|enviado desde mi)\\b.{0,80}$""");

    private QuotedText() {}

    /// The writer's own words, trimmed; empty if the mail holds none. Words below a quotation stay, where its lines are
    /// marked by `>`; below a heading without marks nothing can be told apart, and all of it goes.
    public static String strip(String text) {
        var lines = SPACES.matcher(text).replaceAll(" ").replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').lines().limit(MAX_LINES)
                .toList();
        var own = new ArrayList<String>();
        for (var at = 0; at < lines.size() && !endsAt(lines, at); at++) {
            var heading = headingLines(lines, at);
            if (heading > 0 && !quotedFrom(lines, at + heading)) {
                break;
            }
            if (heading > 0) {
                at += heading - 1;
            } else if (!isQuoted(lines.get(at)) && !DEVICE.matcher(lines.get(at)).matches()) {
                own.add(lines.get(at));
            }
        }
        return String.join("\n", own).strip();
    }

    // RFC 3676 section 4.3: a signature begins at a line of two hyphens and a space; many programs lose the space.
    private static boolean endsAt(List<String> lines, int at) {
        var line = lines.get(at);
        if (line.equals("-- ") || line.equals("--") || DIVIDER.matcher(line).matches()) {
            return true;
        }
        return FIRST_FIELD.matcher(line).matches() && at + 1 < lines.size()
                && lines.subList(at + 1, Math.min(at + 3, lines.size())).stream().anyMatch(next -> LATER_FIELD.matcher(next).matches());
    }

    /// How many lines a heading takes that begins at `at`, 0 to 3.
    private static int headingLines(List<String> lines, int at) {
        if (HEADING.matcher(shorter(lines.get(at))).matches()) {
            return 1;
        }
        if (!HEADING_BEGINS.matcher(shorter(lines.get(at))).matches()) {
            return 0;
        }
        for (var count = 2; count <= 3 && at + count <= lines.size(); count++) {
            if (HEADING.matcher(shorter(String.join(" ", lines.subList(at, at + count)))).matches()) {
                return count;
            }
        }
        return 0;
    }

    private static boolean quotedFrom(List<String> lines, int at) {
        return lines.stream().skip(at).filter(line -> !line.isBlank()).findFirst().filter(QuotedText::isQuoted).isPresent();
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">");
    }

    // No heading is longer; an endless line need not be searched.
    private static String shorter(String line) {
        var words = line.strip();
        return words.length() <= 600 ? words : words.substring(0, 600);
    }
}
