package dev.ringback.recruiting.campaign;

import java.util.ArrayList;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.http.Problem.FieldError;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;

/// Recruiters make and change campaigns.
@ApplicationScoped
class EditCampaigns {

    private final Database database;
    private final CampaignRepository campaigns;

    EditCampaigns(Database database, CampaignRepository campaigns) {
        this.database = database;
        this.campaigns = campaigns;
    }

    Uni<Campaign> create(Caller caller, Campaign campaign) {
        check(campaign);
        return database.as(caller.runAs(), tx -> campaigns.create(tx, campaign)
                .chain(created -> created ? get(tx, campaign.campaign())
                        : Uni.createFrom().failure(Problem.conflict("CAMPAIGN_EXISTS", "There is a campaign of that name"))));
    }

    Uni<Campaign> change(Caller caller, String name, Campaign change) {
        var isRenamed = change.campaign() != null && !change.campaign().equals(name);
        return database.as(caller.runAs(), tx -> campaigns.lock(tx, name)
                .map(found -> found.orElseThrow(() -> Problem.notFound("campaign", name)))
                .invoke(isActive -> refuseRename(isRenamed && isActive))
                .chain(() -> campaigns.change(tx, name, change))
                .chain(() -> get(tx, Objects.requireNonNullElse(change.campaign(), name))));
    }

    // Its sessions, and whoever looks at them by the name, would lose it under their hands.
    private static void refuseRename(boolean refused) {
        if (refused) {
            throw Problem.conflict("CAMPAIGN_ACTIVE", "A campaign with active sessions keeps its name");
        }
    }

    Uni<Campaign> get(Caller caller, String name) {
        return database.as(caller.runAs(), tx -> get(tx, name));
    }

    /// @param after the last campaign of the page before; null for the first page
    Uni<Page<Campaign>> list(Caller caller, String after, int limit) {
        return database.as(caller.runAs(), tx -> campaigns.list(tx, Objects.requireNonNullElse(after, ""), limit + 1))
                .map(rows -> rows.size() > limit ? new Page<>(rows.subList(0, limit), rows.get(limit - 1).campaign()) : new Page<>(rows, null));
    }

    private Uni<Campaign> get(Tx tx, String name) {
        return campaigns.find(tx, name).map(found -> found.orElseThrow(() -> Problem.notFound("campaign", name)));
    }

    private static void check(Campaign campaign) {
        var errors = new ArrayList<FieldError>();
        if (campaign.campaign() == null || campaign.campaign().isBlank()) {
            errors.add(new FieldError("campaign", "must not be blank"));
        }
        if (campaign.templateName() != null && campaign.templateLanguage() == null) {
            errors.add(new FieldError("template_language", "must not be null with a template"));
        }
        if (campaign.reminderTemplateName() != null && campaign.reminderTemplateLanguage() == null) {
            errors.add(new FieldError("reminder_template_language", "must not be null with a template"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
