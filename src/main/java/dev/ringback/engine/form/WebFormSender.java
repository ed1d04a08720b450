package dev.ringback.engine.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.ProviderSender;
import dev.ringback.engine.form.Visit.Arrival;
import dev.ringback.engine.net.PublicHttp;
import dev.ringback.engine.net.RawAnswer;
import dev.ringback.engine.time.Clock;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes to somebody through the form on his page.
@ApplicationScoped
class WebFormSender implements ProviderSender {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(5);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9_-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final PublicHttp http;
    private final FormConfig.Http config;
    private final Clock clock;

    WebFormSender(PublicHttp http, FormConfig config, Clock clock) {
        this.http = http;
        this.config = config.http();
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "http";
    }

    @Override
    public Channel channel() {
        return Channel.WEB_FORM;
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        return switch (message.content()) {
            case Content.Form form -> write(message.id(), form, new Visit(http, config));
            case Content.Mail _,Content.Text _,Content.ApprovedTemplate _,Content.Call _ -> refused("content_unsupported", true);
        };
    }

    // Until the form is submitted nothing has been said, so silence is no doubt.
    private Uni<Delivery> write(UUID id, Content.Form form, Visit visit) {
        return visit.get(form.page()).onFailure().recoverWithItem(new Arrival.Unreached("unreadable")).chain(arrival -> switch (arrival) {
            case Arrival.Forbidden(var reason) -> refused("form_" + reason, true);
            case Arrival.Unreached(var reason) -> refused("form_" + reason, false);
            case Arrival.Astray(var reason) -> refused("form_" + reason, true);
            case Arrival.Page(var at, var answer) when answer.status() == OK -> fill(id, document(answer, at), form, visit);
            case Arrival.Page(var _, var answer) -> answer(refusal(answer.status()));
        });
    }

    private Uni<Delivery> fill(UUID id, Document page, Content.Form form, Visit visit) {
        return switch (ContactForm.in(page, form.fields())) {
            case ContactForm.Search.None(var reason) -> refused(reason, true);
            case ContactForm.Search.Found(var found) -> switch (FilledForm.of(found, form.fields())) {
                case FilledForm.Unfillable(var reason) -> refused(reason, true);
                case FilledForm.Entries filled -> submit(id, page, found, filled, visit);
            };
        };
    }

    private Uni<Delivery> submit(UUID id, Document page, ContactForm form, FilledForm.Entries filled, Visit visit) {
        var from = URI.create(page.location());
        return FormSubmission.of(form.element(), page, filled.entries(), id).map(submission -> switch (submission) {
            case FormSubmission.Get(var to) -> visit.get(to);
            case FormSubmission.Post(var to, var body) -> visit.post(to, from, body);
        }).map(arriving -> arriving.map(arrival -> proven(id, page, arrival))).orElseGet(() -> refused("form_action_unsupported", true));
    }

    private Delivery proven(UUID id, Document before, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Forbidden(var reason) -> new Delivery.Refused("form_" + reason, true);
            case Arrival.Unreached(var reason) -> new Delivery.Refused("form_" + reason, false);
            case Arrival.Astray(var reason) -> throw new IllegalStateException("submitted, then sent astray: %s".formatted(reason));
            case Arrival.Page(var at, var answer) when answer.status() == OK || answer.status() == CREATED -> read(id, before, at, answer);
            case Arrival.Page(var _, var answer) when answer.status() / 100 == 4 -> refusal(answer.status());
            case Arrival.Page(var _, var answer) -> throw new IllegalStateException("submitted, and answered %d".formatted(answer.status()));
        };
    }

    private static Delivery read(UUID id, Document before, URI at, RawAnswer answer) {
        var json = answer.header("content-type").filter(type -> type.contains("json")).isPresent();
        return switch (json ? FormOutcome.of(new String(answer.body(), UTF_8)) : FormOutcome.of(before, document(answer, at), at)) {
            case SENT -> new Delivery.Accepted(id.toString());
            case REJECTED -> new Delivery.Refused("form_rejected", true);
            case OPEN -> throw new IllegalStateException("submitted, and the page does not say what came of it");
        };
    }

    private Delivery refusal(int status) {
        return switch (status) {
            case TIMED_OUT, TOO_MANY, UNAVAILABLE -> new Delivery.RetryAfter(clock.instant().plus(USUAL_WAIT));
            default -> new Delivery.Refused("form_%d".formatted(status), status / 100 == 4);
        };
    }

    private static Document document(RawAnswer answer, URI at) {
        var charset =
                answer.header("content-type").map(CHARSET::matcher).filter(Matcher::find).map(named -> named.group(1)).filter(Charset::isSupported);
        try {
            return Jsoup.parse(new ByteArrayInputStream(answer.body()), charset.orElse(null), at.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Uni<Delivery> refused(String reason, boolean permanent) {
        return answer(new Delivery.Refused(reason, permanent));
    }

    private static Uni<Delivery> answer(Delivery delivery) {
        return Uni.createFrom().item(delivery);
    }
}
