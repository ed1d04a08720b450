package dev.ringback.testing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.ringback.engine.sql.Statement;
import dev.ringback.engine.sql.Statements;

/// What a repository's SQL must keep to; each rule is a function from a statement to complaints.
public final class SqlRules {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Set<String> OPEN_TO_ALL = Set.of("engine", "pg_catalog");
    private static final Set<String> SCHEMAS = Set.of("engine", "bids", "roofing", "recruiting", "growth", "public", "auth", "storage", "vault",
            "extensions", "cron", "net", "realtime", "pgmq", "pgsodium", "graphql", "supabase_functions", "information_schema");
    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update", "using");
    private static final Set<String> NO_STATEMENT_BEFORE = Set.of("for", "key", "do", "then");
    private static final Set<String> CLOCK_FUNCTIONS = Set.of("now", "transaction_timestamp", "statement_timestamp", "timeofday");
    private static final Set<String> CLOCK_WORDS = Set.of("current_timestamp", "current_date", "current_time", "localtimestamp", "localtime");
    private static final Set<String> CLOCK_LITERALS = Set.of("'now'", "'today'", "'tomorrow'", "'yesterday'");

    private SqlRules() {}

    /// Every breach of a rule in one file, each with file and statement.
    public static List<String> violations(SqlFile file) {
        try {
            return Statements.parse(file.name(), file.text()).all().stream()
                    .flatMap(statement -> violations(file, statement).map(what -> "%s: %s %s".formatted(file.name(), statement.name(), what)))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of(malformed.getMessage());
        }
    }

    private static Stream<String> violations(SqlFile file, Statement statement) {
        var words = SqlWords.of(statement);
        return Stream.of(upperCase(words), foreignSchema(words, file.context()), clock(words, file.name()), star(words), withoutWhere(words),
                waitingClaim(statement.name(), words), parameterNames(statement), unused(statement.name(), file)).flatMap(complaints -> complaints);
    }

    private static Stream<String> upperCase(SqlWords words) {
        return words.positions().filter(words::isWord).mapToObj(words::at).filter(word -> !word.equals(word.toLowerCase(Locale.ROOT)))
                .map("writes '%s' with capitals"::formatted);
    }

    private static Stream<String> foreignSchema(SqlWords words, String own) {
        return words.positions()
                .filter(at -> words.isWord(at) && words.at(at + 1).equals(".") && !words.at(at - 1).equals("."))
                .filter(at -> SCHEMAS.contains(words.at(at)) || isTableAt(words, at))
                .mapToObj(words::at)
                .filter(schema -> !schema.equals(own) && !OPEN_TO_ALL.contains(schema))
                .map("names the schema '%s'"::formatted);
    }

    // `from` also stands in `is distinct from x.y` and `extract(epoch from x.y)`, where an alias may follow.
    private static boolean isTableAt(SqlWords words, int at) {
        var isOperand = words.at(at - 1).equals("from") && (words.at(at - 2).equals("distinct") || words.at(at - 3).equals("("));
        return BEFORE_TABLE.contains(words.at(at - 1)) && !isOperand;
    }

    private static Stream<String> clock(SqlWords words, String file) {
        var leases = file.startsWith("dev/ringback/engine/dispatch/") || file.startsWith("dev/ringback/engine/run/");
        return words.positions()
                .filter(at -> CLOCK_WORDS.contains(words.at(at)) || CLOCK_LITERALS.contains(words.at(at))
                        || words.at(at + 1).equals("(") && CLOCK_FUNCTIONS.contains(words.at(at))
                        || words.at(at).equals("clock_timestamp") && !leases)
                .mapToObj(words::at)
                .map("asks the database for the time by %s, not :now"::formatted);
    }

    private static Stream<String> star(SqlWords words) {
        return words.positions()
                .filter(at -> words.at(at).equals("*") && Set.of("select", "returning", "distinct", "all", ",", ".").contains(words.at(at - 1)))
                .mapToObj(_ -> "selects *, not named columns");
    }

    private static Stream<String> withoutWhere(SqlWords words) {
        return words.positions()
                .filter(at -> words.at(at).equals("update") || words.startsAt(at, "delete", "from"))
                .filter(at -> words.isWord(at) && !NO_STATEMENT_BEFORE.contains(words.at(at - 1)))
                .filter(at -> !words.followsOnLevel(at, "where"))
                .mapToObj(at -> "has no where in its %s".formatted(words.at(at)));
    }

    private static Stream<String> waitingClaim(String name, SqlWords words) {
        return words.positions()
                .filter(at -> name.startsWith("claim") && (words.startsAt(at, "for", "update") || words.startsAt(at, "for", "no", "key", "update")))
                .filter(at -> !skipsLocked(words, at))
                .mapToObj(_ -> "claims with a for update that lacks skip locked");
    }

    private static boolean skipsLocked(SqlWords words, int at) {
        var end = at;
        while (!words.at(end).isEmpty() && !words.at(end).equals(")") && !words.startsAt(end, "skip", "locked")) {
            end++;
        }
        return words.startsAt(end, "skip", "locked");
    }

    private static Stream<String> parameterNames(Statement statement) {
        return statement.parameters().stream().filter(name -> !SNAKE_CASE.matcher(name).matches())
                .map("has the parameter :%s, which is not snake_case"::formatted);
    }

    private static Stream<String> unused(String name, SqlFile file) {
        return file.classText().contains("\"" + name + "\"") ? Stream.empty() : Stream.of("is not used by the class beside its file");
    }
}
