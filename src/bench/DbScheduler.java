import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;

/// db-scheduler with lock-and-fetch, which its documentation names for throughput. Answers what `contestant.mjs` answers.
class DbScheduler {

    private static final String TABLE = """
            create table if not exists scheduled_tasks (
              task_name text not null,
              task_instance text not null,
              task_data bytea,
              execution_time timestamp with time zone not null,
              picked boolean not null,
              picked_by text,
              last_success timestamp with time zone,
              last_failure timestamp with time zone,
              consecutive_failures int,
              last_heartbeat timestamp with time zone,
              version bigint not null,
              priority smallint,
              primary key (task_name, task_instance)
            );
            create index if not exists execution_time_idx on scheduled_tasks (execution_time);
            create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create index if not exists priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc)""";
    private static final String FILL = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'noop', gen_random_uuid()::text, now(), false, 1 from generate_series(1, %d)""";
    private static final String LEFT = "select case when exists (select from scheduled_tasks where task_name = 'noop') then 1 else 0 end";
    private static final int THREADS = 20;

    private final LongAdder handled = new LongAdder();
    private final HikariDataSource database = new HikariDataSource();
    private Scheduler scheduler;

    public static void main(String... args) throws SQLException {
        var contestant = new DbScheduler(args[0]);
        contestant.run(TABLE);
        contestant.serve();
    }

    DbScheduler(String url) {
        database.setJdbcUrl(url);
        database.setMaximumPoolSize(THREADS + 4);
    }

    private void serve() throws SQLException {
        var telling = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
        telling.scheduleAtFixedRate(() -> System.out.println("handled " + handled.sum()), 20, 20, TimeUnit.MILLISECONDS);
        System.out.println("ready");
        for (var line = readLine(); line != null; line = readLine()) {
            var words = line.split(" ");
            System.out.println(words[0] + " " + obey(words));
        }
        System.exit(0);
    }

    private static String readLine() {
        return IO.readln();
    }

    private String obey(String... words) throws SQLException {
        return switch (words[0]) {
            case "fill" -> run(FILL.formatted(Integer.parseInt(words[1])));
            case "start" -> start();
            case "left" -> left();
            case "stop" -> stop();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String start() {
        var noop = Tasks.oneTime("noop").execute((_, _) -> handled.increment());
        scheduler = Scheduler.create(database, noop).threads(THREADS).pollingInterval(Duration.ofMillis(50))
                .pollUsingLockAndFetch(2.0, 10.0).build();
        scheduler.start();
        return "ok";
    }

    private String stop() {
        scheduler.stop();
        return "ok";
    }

    private String left() throws SQLException {
        try (var connection = database.getConnection(); var rows = connection.createStatement().executeQuery(LEFT)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String run(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
            return "ok";
        }
    }
}
