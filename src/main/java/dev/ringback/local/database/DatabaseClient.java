package dev.ringback.local.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;

/// Opens blocking sessions over the application's own driver, so that running locally needs no JDBC. Owns its event loop.
public final class DatabaseClient implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Vertx vertx;

    public DatabaseClient() {
        var files = new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setFileSystemOptions(files));
    }

    public DatabaseSession open(DatabaseAddress address) {
        var options = new PgConnectOptions().setHost(address.host()).setPort(address.port())
                .setDatabase(address.database()).setUser(address.user()).setPassword(address.password())
                .setSslMode(SslMode.DISABLE).addProperty("client_min_messages", "warning");
        return new DatabaseSession(await(PgConnection.connect(vertx, options)));
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    /// Waits; a failure of the database arrives unwrapped.
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure.getCause());
        } catch (TimeoutException _) {
            throw new IllegalStateException("the database did not answer within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", interrupted);
        }
    }
}
