package dev.ringback.engine.billing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.progress.Reported;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.sql.Tx;

/// Stripe reported: <https://docs.stripe.com/billing/subscriptions/webhooks>. Only subscriptions are read.
@ApplicationScoped
class StripeArrived implements InboxReader {

    private static final String DELETED = "customer.subscription.deleted";

    private final List<Subscriber> subscribers;

    StripeArrived(@All List<Subscriber> subscribers) {
        this.subscribers = List.copyOf(subscribers);
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        return subscription(item).map(subscription -> tell(tx, subscription)).orElseGet(() -> Uni.createFrom().item("ignored"));
    }

    private Uni<String> tell(Tx tx, Subscription subscription) {
        return Multi.createFrom().iterable(subscribers)
                .onItem().transformToUniAndConcatenate(subscriber -> subscriber.changed(tx, subscription))
                .collect().asList().map(known -> known.contains(true) ? "subscription:" + subscription.status() : "unknown_customer");
    }

    private static Optional<Subscription> subscription(InboxItem item) {
        var told = JsonTree.parse(item.body());
        var type = told.text("type").orElse("");
        var status = type.equals(DELETED) ? Optional.of("canceled") : told.text("data.object.status");
        return type.startsWith("customer.subscription.") && !type.endsWith("trial_will_end")
                ? told.text("data.object.customer").flatMap(customer -> told.text("data.object.id").flatMap(id -> status
                        .map(word -> new Subscription(customer, id, word, Reported.at(item, told.text("created"))))))
                : Optional.empty();
    }
}
