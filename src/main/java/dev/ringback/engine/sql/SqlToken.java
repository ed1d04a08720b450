package dev.ringback.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A piece of an SQL text; the texts of all pieces in their order are the whole again.
///
/// A colon that touches the word before it belongs to that word, as in the slice `a[lo:hi]`; so `a[1 : :n]` is how a slice
/// gets a parameter for its bound.
public record SqlToken(Kind kind, String text) {

    /// The constants stand in the order in which they are tried.
    public enum Kind {
        COMMENT("--[^\\n]*+"),
        /// Only its beginning: block comments nest, which a regular expression cannot follow.
        BLOCK_COMMENT("/\\*"),
        // Possessive quantifiers: a long literal must not cost a stack frame per character.
        LITERAL("[eE]'(?:[^'\\\\]++|\\\\.|'')*+'|'(?:[^']++|'')*+'|(\\$(?:[\\p{L}_][\\p{L}\\d_]*+)?\\$).*?\\1"),
        QUOTED_NAME("\"(?:[^\"]++|\"\")*+\""),
        WORD("[\\p{L}\\d_][\\p{L}\\d_$]*+(?::(?!:))?"),
        PARAMETER(":[A-Za-z_][A-Za-z0-9_]*+"),
        SPACE("\\s++"),
        UNFINISHED("['\"$]"),
        SYMBOL("::|:=|.");

        private final Pattern pattern;

        Kind(String regex) {
            this.pattern = Pattern.compile(regex, Pattern.DOTALL);
        }
    }

    private static final Pattern BLOCK_EDGE = Pattern.compile("/\\*|\\*/");

    /// @throws IllegalArgumentException on a literal, quoted name or comment without end, and on a positional `$1`
    public static List<SqlToken> of(String sql) {
        var tokens = new ArrayList<SqlToken>();
        for (var at = 0; at < sql.length(); at += tokens.getLast().text().length()) {
            tokens.add(next(sql, at));
        }
        return tokens;
    }

    private static SqlToken next(String sql, int at) {
        for (var kind : Kind.values()) {
            var matcher = kind.pattern.matcher(sql).region(at, sql.length());
            if (matcher.lookingAt()) {
                return switch (kind) {
                    case BLOCK_COMMENT -> new SqlToken(kind, sql.substring(at, blockEnd(sql, at)));
                    case UNFINISHED -> throw stray(matcher.group());
                    default -> new SqlToken(kind, matcher.group());
                };
            }
        }
        throw new IllegalStateException("SYMBOL takes any character");
    }

    private static IllegalArgumentException stray(String mark) {
        return new IllegalArgumentException("has a stray %s: a text without end or a positional parameter".formatted(mark));
    }

    private static int blockEnd(String sql, int start) {
        var depth = 0;
        var edge = BLOCK_EDGE.matcher(sql).region(start, sql.length());
        while (edge.find()) {
            depth += edge.group().equals("/*") ? 1 : -1;
            if (depth == 0) {
                return edge.end();
            }
        }
        throw new IllegalArgumentException("has a /* that nothing closes");
    }

    public boolean isBlank() {
        return kind == Kind.SPACE || kind == Kind.COMMENT || kind == Kind.BLOCK_COMMENT;
    }

    boolean isSemicolon() {
        return kind == Kind.SYMBOL && text.equals(";");
    }
}
