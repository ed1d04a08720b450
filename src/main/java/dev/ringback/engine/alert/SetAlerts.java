package dev.ringback.engine.alert;

import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.audit.Change;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.http.Problem.FieldError;
import dev.ringback.engine.net.PublicHttp;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// A tenant says whom to tell of hot leads. Where a webhook leads is checked now, and again at each call: names change their addresses.
@ApplicationScoped
class SetAlerts {

    private static final int SECRET_BYTES = 32;
    private static final Listeners NOBODY = new Listeners(null, null, "en", null, null);

    private final Database database;
    private final AlertRepository settings;
    private final PublicHttp http;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SetAlerts(Database database, AlertRepository settings, PublicHttp http, Audit audit, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.http = http;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<KeptAlerts> find(Tenancy tenancy) {
        return database.asService(tx -> settings.findListeners(tx, tenancy)).map(found -> KeptAlerts.of(found.orElse(NOBODY), null));
    }

    Uni<KeptAlerts> set(Tenancy tenancy, AlertSetting setting) {
        return wrong(setting).map(errors -> {
            if (!errors.isEmpty()) {
                throw Problem.invalid(errors);
            }
            return setting;
        }).chain(() -> database.asService(tx -> settings.lock(tx, tenancy).chain(() -> settings.findListeners(tx, tenancy))
                .chain(before -> save(tx, tenancy, setting, before.orElse(NOBODY)))));
    }

    private Uni<KeptAlerts> save(Tx tx, Tenancy tenancy, AlertSetting setting, Listeners before) {
        var made = setting.webhookUrl() != null && (before.webhookSecretName() == null || setting.wantsNewSecret()) ? secret() : null;
        return secretName(tx, tenancy, setting, before, made)
                .map(name -> new Listeners(address(setting.email()), address(setting.escalateTo()), setting.languageOrEnglish(), setting.webhookUrl(),
                        name))
                .call(after -> settings.save(tx, tenancy, after, clock.instant()))
                .call(after -> audit.record(tx, change(tenancy, before, after)))
                .map(after -> KeptAlerts.of(after, made));
    }

    // Null without a webhook.
    private Uni<String> secretName(Tx tx, Tenancy tenancy, AlertSetting setting, Listeners before, String made) {
        return made == null && setting.webhookUrl() != null ? Uni.createFrom().item(before.webhookSecretName())
                : settings.keepSecret(tx, tenancy, made);
    }

    private Uni<List<FieldError>> wrong(AlertSetting setting) {
        var errors = new ArrayList<FieldError>();
        var addresses = new HashMap<String, String>();
        addresses.put("email", setting.email());
        addresses.put("escalate_to", setting.escalateTo());
        addresses.forEach((field, text) -> {
            if (text != null && EmailAddress.parse(text).isEmpty()) {
                errors.add(new FieldError(field, "must be a mail address"));
            }
        });
        return setting.webhookUrl() == null ? Uni.createFrom().item(errors)
                : refusal(setting.webhookUrl()).map(refusal -> {
                    refusal.ifPresent(reason -> errors.add(new FieldError("webhook_url", "must be a public web address: " + reason)));
                    return errors;
                });
    }

    private Uni<Optional<String>> refusal(String url) {
        try {
            return http.refusal(URI.create(url));
        } catch (IllegalArgumentException _) {
            return Uni.createFrom().item(Optional.of("address_malformed"));
        }
    }

    private static String address(String text) {
        return text == null ? null : EmailAddress.parse(text).map(EmailAddress::value).orElse(null);
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    private static Change change(Tenancy tenancy, Listeners before, Listeners after) {
        return new Change(tenancy.pack(), tenancy.tenant(), "engine.alerts.set", "alert_setting", tenancy.tenant(), shown(before), shown(after));
    }

    private static Map<String, Object> shown(Listeners listeners) {
        var shown = new HashMap<String, Object>();
        shown.put("email", listeners.email());
        shown.put("escalate_to", listeners.escalateTo());
        shown.put("webhook_url", listeners.webhookUrl());
        return shown;
    }
}
