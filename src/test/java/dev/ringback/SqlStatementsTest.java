package dev.ringback;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;

import dev.ringback.engine.sql.Statement;
import dev.ringback.engine.sql.Statements;
import dev.ringback.testing.LocalStackResource;
import dev.ringback.testing.SqlFile;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/// Postgres itself reads every statement, so that a misspelt table fails the build even if no test runs the statement.
class SqlStatementsTest {

    private static Vertx vertx;
    private static PgConnection connection;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        connection = connect();
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    static Stream<Arguments> statements() throws IOException {
        return SqlFile.all().stream().flatMap(file -> Statements.parse(file.name(), file.text()).all().stream()
                .map(statement -> argumentSet(file.name() + ": " + statement.name(), statement)));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void the_migrated_schema_understands(Statement statement) {
        // When // Then
        assertThatNoException().isThrownBy(() -> await(connection.prepare(statement.sql())));
    }

    private static PgConnection connect() throws Exception {
        return await(PgConnection.connect(vertx, PgConnectOptions.fromUri(LocalStackResource.owner().psqlUrl())));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
