package dev.ringback.engine.sql;

import java.util.ArrayList;
import java.util.List;

/// One SQL statement in which every `:name` has become its `$n`. A colon that belongs to SQL stays: casts, `f(a := 1)`,
/// slices, and whatever stands in a literal, a quoted name or a comment.
record NumberedSql(String text, List<String> parameters) {

    NumberedSql {
        parameters = List.copyOf(parameters);
    }

    /// @throws IllegalArgumentException when there is no statement, more than one, or text that is not SQL
    static NumberedSql of(String sql) {
        var tokens = onlyStatement(SqlToken.of(sql));
        var parameters = new ArrayList<String>();
        var text = new StringBuilder();
        for (var token : tokens) {
            text.append(token.kind() == SqlToken.Kind.PARAMETER ? numbered(token.text().substring(1), parameters) : token.text());
        }
        return new NumberedSql(text.toString().strip(), parameters);
    }

    private static String numbered(String name, List<String> parameters) {
        if (!parameters.contains(name)) {
            parameters.add(name);
        }
        return "$" + (parameters.indexOf(name) + 1);
    }

    private static List<SqlToken> onlyStatement(List<SqlToken> tokens) {
        var statement = tokens.stream().takeWhile(token -> !token.isSemicolon()).toList();
        if (statement.stream().allMatch(SqlToken::isBlank)) {
            throw new IllegalArgumentException("has no SQL");
        }
        if (!tokens.stream().skip(statement.size() + 1L).allMatch(SqlToken::isBlank)) {
            throw new IllegalArgumentException("is more than one statement");
        }
        return statement;
    }
}
