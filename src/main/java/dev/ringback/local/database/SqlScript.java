package dev.ringback.local.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A file of SQL, cut at the semicolons that end statements: not at those in quotes, dollar quotes, comments or a body
/// between `begin atomic` and `end`. A comment stays with the statement after it, as in the history that the CLI writes.
final class SqlScript {

    /// `text` without the final semicolon; `line` of the file, from 1, where it begins.
    record Statement(String text, int line) {}

    private final String sql;
    private final List<Statement> statements = new ArrayList<>();
    private int start;
    private int line = 1;
    private boolean blank = true;
    private int atomicDepth;
    private String lastWord = "";

    private SqlScript(String sql) {
        this.sql = sql;
    }

    static List<Statement> split(String sql) {
        var script = new SqlScript(sql);
        script.split();
        return List.copyOf(script.statements);
    }

    private void split() {
        for (int at = 0; at < sql.length();) {
            if (sql.charAt(at) == ';' && atomicDepth == 0) {
                finish(at);
                at++;
                start = at;
            } else {
                at = endOfToken(at);
            }
        }
        finish(sql.length());
    }

    private void finish(int end) {
        var raw = sql.substring(start, end);
        var text = raw.strip();
        var leading = raw.indexOf(text);
        if (!blank) {
            statements.add(new Statement(text, line + newlines(raw.substring(0, leading))));
        }
        line += newlines(raw);
        blank = true;
        lastWord = "";
    }

    private int endOfToken(int at) {
        if (sql.startsWith("--", at)) {
            return endOfLine(at);
        }
        if (sql.startsWith("/*", at)) {
            return endOfComment(at);
        }
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            return at + 1;
        }
        blank = false;
        return switch (c) {
            case '\'', '"' -> endOfQuote(at + 1, c, false);
            case '$' -> endOfDollarQuote(at);
            default -> isWordStart(c) ? endOfWord(at) : at + 1;
        };
    }

    private int endOfLine(int at) {
        int end = sql.indexOf('\n', at);
        return end < 0 ? sql.length() : end;
    }

    // Unlike in C, comments nest.
    private int endOfComment(int at) {
        int depth = 0;
        for (int i = at; i < sql.length(); i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    // A doubled quote reads as two strings side by side, which cuts alike.
    private int endOfQuote(int at, char quote, boolean backslashes) {
        for (int i = at; i < sql.length(); i++) {
            if (backslashes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                boolean doubled = backslashes && sql.startsWith("''", i);
                if (!doubled) {
                    return i + 1;
                }
                i++;
            }
        }
        return sql.length();
    }

    private int endOfDollarQuote(int at) {
        int i = at + 1;
        if (i < sql.length() && isWordStart(sql.charAt(i))) {
            while (i < sql.length() && isWordPart(sql.charAt(i)) && sql.charAt(i) != '$') {
                i++;
            }
        }
        if (i >= sql.length() || sql.charAt(i) != '$') {
            return at + 1;
        }
        var tag = sql.substring(at, i + 1);
        int end = sql.indexOf(tag, i + 1);
        return end < 0 ? sql.length() : end + tag.length();
    }

    private int endOfWord(int at) {
        int i = at;
        while (i < sql.length() && isWordPart(sql.charAt(i))) {
            i++;
        }
        var word = sql.substring(at, i).toLowerCase(Locale.ROOT);
        countAtomic(word);
        lastWord = word;
        return word.equals("e") && sql.startsWith("'", i) ? endOfQuote(i + 1, '\'', true) : i;
    }

    private void countAtomic(String word) {
        if (atomicDepth == 0) {
            atomicDepth = word.equals("atomic") && lastWord.equals("begin") ? 1 : 0;
        } else if (word.equals("case")) {
            atomicDepth++;
        } else if (word.equals("end")) {
            atomicDepth--;
        }
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    // A dollar inside a word belongs to it: a$b$ opens no quote.
    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
