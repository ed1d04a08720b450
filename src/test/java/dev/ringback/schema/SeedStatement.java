package dev.ringback.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A statement that a document gives, from `NNN.statements.sql`:
///
/// ```sql
/// -- given: insert into parent (id) values (1);
/// -- line 12: what it is for
/// insert into child (parent_id) values (1);
/// -- exception: line 20: why this one does not hold here
/// ```
///
/// @param sql       as written, without the closing semicolon; may be empty for an exception
/// @param given     rows that it needs, run before it
/// @param exception why it does not hold here; empty for what must run. May also stand under the `-- line`
record SeedStatement(SeedDocument document, String line, String what, String sql, List<String> given, String exception) {

    private static final Pattern INTRODUCTION = Pattern.compile("-- (?:(exception): )?line ([^:]+): (.*)");
    private static final String GIVEN = "-- given:";
    private static final String EXCEPTION = "-- exception:";

    static List<SeedStatement> read(SeedDocument document, Path file) {
        try {
            return Files.exists(file) ? parse(document, Files.readAllLines(file)) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<SeedStatement> parse(SeedDocument document, List<String> lines) {
        var statements = new ArrayList<SeedStatement>();
        var given = given(lines.subList(0, next(lines, 0)));
        for (int start = next(lines, 0); start < lines.size(); start = next(lines, start + 1)) {
            var block = lines.subList(start, next(lines, start + 1));
            statements.add(statement(document, block, given));
            given = given(block);
        }
        return statements;
    }

    private static SeedStatement statement(SeedDocument document, List<String> block, List<String> given) {
        var introduction = INTRODUCTION.matcher(block.getFirst());
        introduction.matches();
        var exception = introduction.group(1) == null ? texts(block, EXCEPTION).stream().findFirst().orElse("") : introduction.group(3);
        var body = block.stream().skip(1).filter(line -> !line.startsWith(GIVEN) && !line.startsWith(EXCEPTION)).toList();
        return new SeedStatement(document, introduction.group(2), introduction.group(3), String.join("\n", body).strip().replaceFirst(";$", ""),
                given, exception);
    }

    private static List<String> given(List<String> block) {
        return texts(block, GIVEN);
    }

    private static List<String> texts(List<String> block, String mark) {
        return block.stream().filter(line -> line.startsWith(mark) && !INTRODUCTION.matcher(line).matches())
                .map(line -> line.substring(mark.length()).strip()).toList();
    }

    private static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !INTRODUCTION.matcher(lines.get(at)).matches()) {
            at++;
        }
        return at;
    }

    boolean mustRun() {
        return exception.isEmpty();
    }

    /// What the document calls `public` is the pack's schema here.
    String inItsSchema() {
        return sql.replaceAll("(?i)\\bpublic\\.", document.schema() + ".").replace("'public'", "'" + document.schema() + "'");
    }

    @Override
    public String toString() {
        return document.number() + ":" + line + " " + what;
    }
}
