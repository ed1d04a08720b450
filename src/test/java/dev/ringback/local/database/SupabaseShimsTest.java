package dev.ringback.local.database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonObject;

import dev.ringback.local.server.LocalPostgres;
import dev.ringback.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SupabaseShimsTest {

    private DatabaseClient client;
    private DatabaseSession owner;
    private DatabaseAddress superuser;

    @BeforeEach
    void open() {
        superuser = LocalStackResource.bareDatabase("shims_test");
        client = new DatabaseClient();
        owner = client.open(superuser.as("postgres", LocalPostgres.PASSWORD));
    }

    @AfterEach
    void close() {
        owner.close();
        client.close();
    }

    @Test
    void applying_twice_changes_nothing() {
        owner.query("select vault.create_secret('hidden', 'kept')");

        try (var session = client.open(superuser)) {
            SupabaseShims.apply(session);
        }

        assertThat(text("select decrypted_secret from vault.decrypted_secrets where name = 'kept'")).isEqualTo("hidden");
    }

    @Test
    void a_webhook_has_the_five_keys_of_the_platform() {
        // Given
        owner.run("""
                create table public.orders (id int, total numeric);
                create trigger orders_hook after update on public.orders for each row execute function
                    supabase_functions.http_request('http://localhost/x', 'POST', '{"Content-Type":"application/json","x-s":"1"}',
                        '{"q":"a b"}', '2500');
                insert into public.orders values (1, 12.50)""");

        // When
        owner.run("update public.orders set total = 13");

        // Then
        var row = owner.query("""
                select url, method, headers, convert_from(body, 'UTF8'), timeout_milliseconds
                  from net.http_request_queue""").getFirst();
        assertThat(row.getString(0)).isEqualTo("http://localhost/x?q=a%20b");
        assertThat(row.getString(1)).isEqualTo("POST");
        assertThat(row.get(JsonObject.class, 2).getString("x-s")).isEqualTo("1");
        assertThat(row.getString(3)).isEqualTo("{\"type\": \"UPDATE\", \"table\": \"orders\", \"record\": {\"id\": 1, "
                + "\"total\": 13}, \"schema\": \"public\", \"old_record\": {\"id\": 1, \"total\": 12.50}}");
        assertThat(row.getInteger(4)).isEqualTo(2500);
    }

    @Test
    void claims_are_read_and_unset_ones_are_null() {
        owner.run("begin");
        owner.query("select set_config('request.jwt.claims', $1, true)",
                "{\"sub\":\"11111111-1111-1111-1111-111111111111\",\"role\":\"x\"}");
        assertThat(text("select auth.uid()::text || auth.role()")).isEqualTo("11111111-1111-1111-1111-111111111111x");
        owner.run("commit");

        assertThat(text("select coalesce(auth.uid()::text, auth.jwt()::text, 'none')")).isEqualTo("none");
    }

    @Test
    void users_may_not_read_the_vault() {
        owner.run("begin; set local role authenticated");

        assertThatThrownBy(() -> owner.query("select from vault.decrypted_secrets")).hasMessageContaining("permission denied");
        owner.run("rollback");
    }

    @Test
    void a_charset_in_the_content_type_is_refused() {
        assertThatThrownBy(() -> owner.query("""
                select net.http_post('http://localhost', headers => '{"content-type":"application/json; charset=utf-8"}')"""))
                .hasMessageContaining("Content-Type");
    }

    @Test
    void a_schedule_of_the_same_name_replaces_the_old() {
        owner.query("select cron.schedule('tick', '* * * * *', 'select 1')");
        owner.query("select cron.schedule('tick', '30 seconds', 'select 2')");

        assertThat(text("select string_agg(schedule, ',') from cron.job")).isEqualTo("30 seconds");
        assertThat(owner.query("select cron.unschedule('tick')").getFirst().getBoolean(0)).isTrue();
    }

    private String text(String sql) {
        return owner.query(sql).getFirst().getString(0);
    }
}
