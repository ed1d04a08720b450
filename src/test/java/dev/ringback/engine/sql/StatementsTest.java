package dev.ringback.engine.sql;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class StatementsTest {

    @Test
    void the_file_beside_the_class_is_read() {
        // When
        var statements = Statements.of(StatementsTest.class);

        // Then
        assertThat(statements.all()).extracting(Statement::name).containsExactly("find_due", "record_seen");
        assertThat(statements.get("find_due").purpose()).isEqualTo("What is due at :now, oldest first. A second line of purpose.");
        assertThat(statements.get("find_due").parameters()).containsExactly("now", "limit");
        assertThat(statements.get("find_due").sql()).isEqualTo("""
                select id
                  from engine.thing -- not :a_parameter
                 where due_at <= $1
                 order by due_at
                 limit $2""");
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        // Given
        var statements = Statements.of(StatementsTest.class);

        // When // Then
        assertThatIllegalArgumentException().isThrownBy(() -> statements.get("find_deu"))
                .withMessage("/dev/ringback/engine/sql/StatementsTest.sql has no statement find_deu, only [find_due, record_seen]");
    }

    @Test
    void a_class_without_a_file_is_refused() {
        // When // Then
        assertThatIllegalArgumentException().isThrownBy(() -> Statements.of(Statement.class))
                .withMessage("/dev/ringback/engine/sql/Statement.sql is missing on the class path");
    }

    static Stream<Arguments> colons() {
        return Stream.of(
                arguments("select :a, :b, :a", "select $1, $2, $1", "a,b"),
                arguments("select :a::uuid, x::text, 1::int", "select $1::uuid, x::text, 1::int", "a"),
                arguments("where (:x::uuid is null or x=:x)", "where ($1::uuid is null or x=$1)", "x"),
                arguments("select ':a', 'it''s :b', :c", "select ':a', 'it''s :b', $1", "c"),
                arguments("select E'it\\'s :a', e'\\\\', :c", "select E'it\\'s :a', e'\\\\', $1", "c"),
                arguments("select 'a\\', :c, 'b'", "select 'a\\', $1, 'b'", "c"),
                arguments("select \"a:b\", \"say \"\":c\"\"\", :d", "select \"a:b\", \"say \"\":c\"\"\", $1", "d"),
                arguments("select $$ :a ' $$, :b", "select $$ :a ' $$, $1", "b"),
                arguments("select $t$ :a $$ :b $t$, :c", "select $t$ :a $$ :b $t$, $1", "c"),
                arguments("select a$b$c, :d, e$b$f", "select a$b$c, $1, e$b$f", "d"),
                arguments("select 1 -- it's :a\n, :b", "select 1 -- it's :a\n, $1", "b"),
                arguments("select /* :a /* it's */ :b */ :c", "select /* :a /* it's */ :b */ $1", "c"),
                arguments("select 4 - -:a, 6 /:b, 2 *:c", "select 4 - -$1, 6 /$2, 2 *$3", "a,b,c"),
                arguments("call f(a := 1, b :=:b, c => :c)", "call f(a := 1, b :=$1, c => $2)", "b,c"),
                arguments("select a[1:2], a[:2], a[lo:hi], a[1 : :n]", "select a[1:2], a[:2], a[lo:hi], a[1 : $1]", "n"),
                arguments("select d ->> 'k', d ? :k, d @> :d::jsonb", "select d ->> 'k', d ? $1, d @> $2::jsonb", "k,d"),
                arguments("select interval '1 day' * :n ; -- done\n", "select interval '1 day' * $1", "n"),
                arguments("select '" + "x''".repeat(50_000) + "'", "select '" + "x''".repeat(50_000) + "'", ""));
    }

    @ParameterizedTest
    @MethodSource("colons")
    void only_a_parameters_colon_is_a_parameter(String written, String prepared, String parameters) {
        // When
        var statement = Statements.parse("X.sql", "-- name: x\n-- Purpose.\n" + written).get("x");

        // Then
        assertThat(statement.sql()).isEqualTo(prepared);
        assertThat(String.join(",", statement.parameters())).isEqualTo(parameters);
    }

    static Stream<Arguments> malformedFiles() {
        return Stream.of(
                arguments("-- name: a\n-- P.\nselect 1;\n-- name: a\n-- P.\nselect 2;", "two statements are named a"),
                arguments("-- name: a\nselect 1;", "statement a lacks the line under its name that says its purpose"),
                arguments("-- name: a\n--\nselect 1;", "statement a lacks the line under its name that says its purpose"),
                arguments("-- name: findDue\n-- P.\nselect 1;", "statement name 'findDue' is not snake_case"),
                arguments("-- name:\n-- P.\nselect 1;", "statement name '' is not snake_case"),
                arguments("select 1;\n-- name: a\n-- P.\nselect 1;", "'select 1;' stands above the first '-- name:'"),
                arguments("-- name: a\n-- P.\n", "statement a has no SQL"),
                arguments("-- name: a\n-- P.\nselect 1; select 2", "statement a is more than one statement"),
                arguments("-- name: a\n-- P.\nselect 'x", "statement a has a stray ': a text without end or a positional parameter"),
                arguments("-- name: a\n-- P.\nselect /* /* */", "statement a has a /* that nothing closes"),
                arguments("-- name: a\n-- P.\nselect $1", "statement a has a stray $: a text without end or a positional parameter"));
    }

    @ParameterizedTest
    @MethodSource("malformedFiles")
    void a_malformed_file_is_refused_with_its_name(String text, String complaint) {
        // When // Then
        assertThatIllegalArgumentException().isThrownBy(() -> Statements.parse("X.sql", text)).withMessage("X.sql: " + complaint);
    }
}
