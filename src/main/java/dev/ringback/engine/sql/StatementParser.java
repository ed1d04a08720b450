package dev.ringback.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a file of named statements:
///
/// ```sql
/// -- name: claim_due
/// -- At least one line that says what the statement is for.
/// select id from growth.lead where due_at <= :now;
/// ```
///
/// Above the first name only comments may stand.
final class StatementParser {

    private static final Pattern NAME_LINE = Pattern.compile("--\\s*name:\\s*(.*?)\\s*");
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final String file;

    StatementParser(String file) {
        this.file = file;
    }

    List<Statement> parse(String text) {
        var statements = new ArrayList<Statement>();
        var lines = text.lines().toList();
        var start = nextName(lines, 0);
        refuseSqlAboveFirstName(lines.subList(0, start));
        while (start < lines.size()) {
            var end = nextName(lines, start + 1);
            statements.add(statement(lines.subList(start, end)));
            start = end;
        }
        return statements;
    }

    private Statement statement(List<String> lines) {
        var name = nameIn(lines.getFirst());
        if (!SNAKE_CASE.matcher(name).matches()) {
            throw complaint("statement name '%s' is not snake_case".formatted(name));
        }
        var rest = lines.subList(1, lines.size());
        var purpose = rest.stream().takeWhile(StatementParser::isComment).toList();
        if (purpose.stream().allMatch(line -> words(line).isEmpty())) {
            throw complaint("statement %s lacks the line under its name that says its purpose".formatted(name));
        }
        var sql = String.join("\n", rest.subList(purpose.size(), rest.size())).strip();
        return numbered(name, String.join(" ", purpose.stream().map(StatementParser::words).toList()), sql);
    }

    private Statement numbered(String name, String purpose, String sql) {
        try {
            var numbered = NumberedSql.of(sql);
            return new Statement(name, purpose, numbered.text(), numbered.parameters());
        } catch (IllegalArgumentException malformed) {
            throw complaint("statement %s %s".formatted(name, malformed.getMessage()));
        }
    }

    private void refuseSqlAboveFirstName(List<String> lines) {
        for (var line : lines) {
            if (!line.isBlank() && !isComment(line)) {
                throw complaint("'%s' stands above the first '-- name:'".formatted(line.strip()));
            }
        }
    }

    private IllegalArgumentException complaint(String what) {
        return new IllegalArgumentException(file + ": " + what);
    }

    private static int nextName(List<String> lines, int from) {
        var at = from;
        while (at < lines.size() && !NAME_LINE.matcher(lines.get(at)).matches()) {
            at++;
        }
        return at;
    }

    private static String nameIn(String line) {
        var matcher = NAME_LINE.matcher(line);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("--");
    }

    private static String words(String comment) {
        return comment.strip().substring(2).strip();
    }
}
