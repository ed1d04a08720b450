package dev.ringback.engine.channel;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.mutiny.Uni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SendersTest {

    private static final List<ProviderSender> PROVIDERS = List.of(new Named(Channel.EMAIL, "smtp"), new Named(Channel.EMAIL, "resend"),
            new Named(Channel.SMS, "telnyx"), new Named(Channel.VOICE, "telnyx"));

    private record Way(String adapter, Optional<String> from) implements ChannelConfig.Way {}

    private record Config(Way email, Way sms, Way voice, Way whatsapp, Way webForm) implements ChannelConfig {}

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # channel, installation, tenant's, own server, goes through
            EMAIL,     outbox,       -,        false,      outbox
            EMAIL,     outbox,       resend,   false,      outbox
            EMAIL,     outbox,       -,        true,       outbox
            EMAIL,     smtp,         -,        false,      smtp
            EMAIL,     smtp,         resend,   false,      resend
            EMAIL,     resend,       -,        false,      resend
            EMAIL,     resend,       -,        true,       smtp
            EMAIL,     resend,       resend,   true,       resend
            SMS,       telnyx,       -,        false,      telnyx
            """)
    void a_tenants_way_is_its_own_where_the_installation_sends(Channel channel, String adapter, String tenants, boolean ownServer, String expected) {
        // Given
        var server = ownServer ? new SenderIdentity.Server("mail.maple.example", null, null) : null;
        var identity = new SenderIdentity("Maple", "hello@maple.example", tenants, null, null, server);

        // When
        var sender = senders(adapter).of(channel, identity);

        // Then
        assertThat(sender.provider()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # installation, tenant's, the message's, is asked at
            smtp,           -,        smtp,          smtp
            smtp,           -,        resend,        resend
            resend,         smtp,     smtp,          smtp
            smtp,           smtp,     resend,        -
            smtp,           -,        pigeon,        -
            smtp,           -,        -,             -
            outbox,         resend,   resend,        -
            outbox,         -,        outbox,        outbox
            """)
    void a_message_is_asked_after_where_it_may_have_left(String adapter, String tenants, String provider, String expected) {
        // Given
        var identity = new SenderIdentity("Maple", "hello@maple.example", tenants, null, null, null);

        // When
        var sender = senders(adapter).earlier(Channel.EMAIL, identity, provider);

        // Then
        assertThat(sender.map(MessageSender::provider)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void one_provider_may_be_on_several_channels() {
        // When
        var sender = (ProviderSender) senders("telnyx").of(Channel.VOICE);

        // Then
        assertThat(sender.channel()).isEqualTo(Channel.VOICE);
    }

    @Test
    void an_adapter_that_is_none_ends_the_start() {
        // When
        assertThatThrownBy(() -> senders("pigeon").check(null))
                // Then
                .isInstanceOf(IllegalArgumentException.class).hasMessage("no adapter pigeon for email");
    }

    @Test
    void a_tenant_without_address_sends_from_the_installations() {
        // Given
        var identity = new SenderIdentity("Maple", null, null, null, null, null);

        // When
        var complete = senders("smtp").complete(Channel.EMAIL, identity);

        // Then
        assertThat(complete.address()).isEqualTo("post@ringback.example");
    }

    private static Senders senders(String adapter) {
        var way = new Way(adapter, Optional.of("post@ringback.example"));
        return new Senders(new Config(way, way, way, way, way), new OutboxSender(), PROVIDERS);
    }

    private record Named(Channel channel, String provider) implements ProviderSender {

        @Override
        public Uni<Delivery> send(Outgoing message) {
            throw new UnsupportedOperationException();
        }
    }
}
