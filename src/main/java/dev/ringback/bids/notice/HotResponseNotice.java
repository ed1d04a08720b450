package dev.ringback.bids.notice;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.alert.Alert;
import dev.ringback.engine.alert.PackAlerts;
import dev.ringback.engine.sql.Tx;

/// Notifies the homeowner of a bid card that a contractor wants the job.
@ApplicationScoped
class HotResponseNotice implements PackAlerts {

    private final NoticeRepository notices;

    HotResponseNotice(NoticeRepository notices) {
        this.notices = notices;
    }

    @Override
    public String pack() {
        return "bids";
    }

    @Override
    public Uni<Void> alert(Tx tx, Alert alert) {
        return notices.notifyHomeowner(tx, alert);
    }
}
