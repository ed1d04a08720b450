package dev.ringback.local.server;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPostgresTest {

    private static final Path HOME = Path.of("target/ringback-test/restart");

    @Test
    void another_handle_finds_the_server_and_its_data_after_a_restart() {
        // Given
        Folders.delete(HOME.resolve("data"));
        var address = handle().start(Folders.freePort(0));
        run(address, "create table kept as select 1");
        var another = handle();

        // When
        another.stop();
        var restarted = another.start(Folders.freePort(0));

        // Then
        run(restarted, "select from kept");
        another.stop();
        assertThat(another.isRunning()).isFalse();
    }

    @Test
    void a_server_that_was_left_running_is_replaced() {
        // Given
        var orphan = handle().start(Folders.freePort(0));
        run(orphan, "select 1");

        // When
        var replaced = handle().start(Folders.freePort(0));

        // Then
        run(replaced, "select 1");
        handle().stop();
    }

    private static LocalPostgres handle() {
        return new LocalPostgres(HOME, LocalPostgres.Durability.NONE);
    }

    private static void run(DatabaseAddress address, String sql) {
        try (var client = new DatabaseClient(); var session = client.open(address)) {
            session.run(sql);
        }
    }
}
