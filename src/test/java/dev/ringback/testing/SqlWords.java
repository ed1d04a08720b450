package dev.ringback.testing;

import java.util.List;
import java.util.stream.IntStream;

import dev.ringback.engine.sql.SqlToken;
import dev.ringback.engine.sql.Statement;

/// The tokens of a statement without spaces and comments, asked by position; beyond either end everything is `""`.
record SqlWords(List<SqlToken> tokens) {

    static SqlWords of(Statement statement) {
        // Back to names: to the lexer a `$1` is a fault of the author.
        var named = statement.sql().replaceAll("\\$(\\d+)", ":p$1");
        return new SqlWords(SqlToken.of(named).stream().filter(token -> !token.isBlank()).toList());
    }

    IntStream positions() {
        return IntStream.range(0, tokens.size());
    }

    String at(int position) {
        return position < 0 || position >= tokens.size() ? "" : tokens.get(position).text();
    }

    boolean isWord(int position) {
        return position >= 0 && position < tokens.size() && tokens.get(position).kind() == SqlToken.Kind.WORD;
    }

    boolean startsAt(int position, String... words) {
        return IntStream.range(0, words.length).allMatch(nth -> at(position + nth).equals(words[nth]));
    }

    /// Whether `word` follows on the same level of brackets before that level ends.
    boolean followsOnLevel(int position, String word) {
        var depth = 0;
        for (var next = position + 1; next < tokens.size() && depth >= 0; next++) {
            if (depth == 0 && at(next).equals(word)) {
                return true;
            }
            depth += switch (at(next)) {
                case "(" -> 1;
                case ")" -> -1;
                default -> 0;
            };
        }
        return false;
    }
}
