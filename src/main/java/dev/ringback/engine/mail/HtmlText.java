package dev.ringback.engine.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// HTML as a person would read it aloud: blocks on lines of their own, quotations marked by `> `, nothing hidden.
final class HtmlText implements NodeVisitor {

    private static final int MAX_HTML_CHARS = 1 << 19;
    private static final String UNSEEN = "script, style, head, title, template, noscript, [hidden], [style~=(?i)display\\s*:\\s*none]";
    private static final Pattern MANY_LINES = Pattern.compile("\\n{3,}");

    private final StringBuilder text = new StringBuilder();
    private final Deque<Element> quotations = new ArrayDeque<>();

    private HtmlText() {}

    static String of(String html) {
        var body = Jsoup.parse(MailText.cut(html, MAX_HTML_CHARS)).body();
        body.select(UNSEEN).remove();
        var reader = new HtmlText();
        body.traverse(reader);
        return MANY_LINES.matcher(reader.text).replaceAll("\n\n").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.text().replace('\u00A0', ' '));
        } else if (node instanceof Element element && element.normalName().equals("br")) {
            text.append('\n');
        } else if (node instanceof Element element && element.isBlock()) {
            endLine();
            if (element.normalName().equals("blockquote")) {
                quotations.push(element);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            endLine();
            if (element == quotations.peek()) {
                quotations.pop();
            }
            if (element.normalName().equals("p")) {
                text.append('\n');
            }
        }
    }

    private void append(String words) {
        if (atLineStart()) {
            var rest = words.stripLeading();
            if (!rest.isEmpty()) {
                text.repeat("> ", quotations.size()).append(rest);
            }
        } else {
            text.append(words);
        }
    }

    private void endLine() {
        if (!atLineStart()) {
            text.append('\n');
        }
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }
}
