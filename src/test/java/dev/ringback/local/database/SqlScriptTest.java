package dev.ringback.local.database;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SqlScriptTest {

    @Test
    void cuts_at_semicolons_and_drops_them() {
        assertThat(texts("select 1; select 2;\nselect 3")).containsExactly("select 1", "select 2", "select 3");
    }

    @Test
    void leaves_semicolons_in_quotes_alone() {
        assertThat(texts("select 'a;''b;', \"c;\"\"d;\"; select 2"))
                .containsExactly("select 'a;''b;', \"c;\"\"d;\"", "select 2");
    }

    @Test
    void knows_backslashes_in_escape_strings_only() {
        assertThat(texts("select e'a\\';b', E'c''\\\\;'; select 'd\\'; select 2"))
                .containsExactly("select e'a\\';b', E'c''\\\\;'", "select 'd\\'", "select 2");
    }

    @Test
    void leaves_dollar_quoted_bodies_alone() {
        assertThat(texts("do $$ begin; end $$; do $a_1$ x; $$ y; $a$ $a_1$; select $1; select a$b$; select c$b$"))
                .containsExactly("do $$ begin; end $$", "do $a_1$ x; $$ y; $a$ $a_1$", "select $1", "select a$b$",
                        "select c$b$");
    }

    @Test
    void leaves_comments_alone_and_nests_them() {
        assertThat(texts("-- a; 'b\nselect 1 /* c; /* d; */ e; */ + 1; select 2 -- f;"))
                .containsExactly("-- a; 'b\nselect 1 /* c; /* d; */ e; */ + 1", "select 2 -- f;");
    }

    @Test
    void drops_what_is_only_comment_or_blank() {
        assertThat(texts(";;\n-- nothing\n; select 1; /* end */ ")).containsExactly("select 1");
    }

    @Test
    void keeps_the_body_of_a_standard_function_together() {
        var function = "create function f() returns int begin atomic select case when true then 1 end; select 2; end";

        assertThat(texts(function + "; begin; select 1; end;")).containsExactly(function, "begin", "select 1", "end");
    }

    @Test
    void tells_the_line_where_a_statement_begins() {
        assertThat(SqlScript.split("select 1;\n\n  select\n2; select 3;\n\nselect 4;"))
                .extracting(SqlScript.Statement::line).containsExactly(1, 3, 4, 6);
    }

    @Test
    void an_open_quote_runs_to_the_end() {
        assertThat(texts("select 1; select 'a; b")).containsExactly("select 1", "select 'a; b");
        assertThat(texts("do $x$ a; b")).containsExactly("do $x$ a; b");
    }

    private static List<String> texts(String sql) {
        return SqlScript.split(sql).stream().map(SqlScript.Statement::text).toList();
    }
}
