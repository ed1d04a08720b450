package dev.ringback.recruiting.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.progress.WithdrawMessages;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;
import dev.ringback.recruiting.message.Contact;

/// A campaign is over: its active sessions expire, and what was planned for them is taken back. Work kind `recruiting.end-campaign`, due
/// when `campaign_info.expire_at` says so.
@ApplicationScoped
class EndCampaign implements WorkHandler {

    private static final int SESSIONS_AT_ONCE = 500;

    private final Database database;
    private final EndCampaignRepository campaigns;
    private final WithdrawMessages withdrawMessages;
    private final Clock clock;

    EndCampaign(Database database, EndCampaignRepository campaigns, WithdrawMessages withdrawMessages, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.withdrawMessages = withdrawMessages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "recruiting.end-campaign";
    }

    // Some sessions a transaction, so that none holds ten thousand rows; the work comes back until none is active.
    @Override
    public Uni<Outcome> handle(Work work) {
        var campaign = work.subjectId();
        return database.asService(tx -> campaigns.isOver(tx, campaign, clock.instant())
                .chain(isOver -> isOver ? expire(tx, campaign) : Uni.createFrom().item(new Outcome.Cancelled("not over"))));
    }

    private Uni<Outcome> expire(Tx tx, String campaign) {
        return campaigns.findActive(tx, campaign, SESSIONS_AT_ONCE)
                .call(over -> withdrawMessages.withdraw(tx, over.stream().map(Contact::subject).toList(), null, "campaign_over"))
                .call(over -> campaigns.expire(tx, over))
                .chain(over -> over.size() < SESSIONS_AT_ONCE
                        ? campaigns.close(tx, campaign, clock.instant()).replaceWith(new Outcome.Done())
                        : Uni.createFrom().item(new Outcome.Snoozed(clock.instant(), "more sessions")));
    }
}
