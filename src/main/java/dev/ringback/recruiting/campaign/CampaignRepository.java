package dev.ringback.recruiting.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.objective.Objective;
import dev.ringback.recruiting.objective.Objectives;

@ApplicationScoped
class CampaignRepository {

    private final Statements sql = Statements.of(CampaignRepository.class);

    /// Answers false where there is one of that name.
    Uni<Boolean> create(Tx tx, Campaign campaign) {
        return tx.run(bound("create", campaign)).map(created -> created == 1);
    }

    Uni<Void> change(Tx tx, String name, Campaign change) {
        return tx.run(bound("change", change).bind("name", name)).replaceWithVoid();
    }

    /// Whether it has active sessions; empty where there is none of that name.
    Uni<Optional<Boolean>> lock(Tx tx, String name) {
        return tx.first(query("lock").bind("name", name), row -> row.getBoolean("is_active"));
    }

    Uni<Optional<Campaign>> find(Tx tx, String name) {
        return tx.first(query("find").bind("name", name), CampaignRepository::campaign);
    }

    Uni<List<Campaign>> list(Tx tx, String after, int limit) {
        return tx.list(query("list").bind("after", after).bind("limit", limit), CampaignRepository::campaign);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private Query bound(String name, Campaign campaign) {
        return query(name).bind("campaign", campaign.campaign())
                .bind("job_info", campaign.jobInfo())
                .bind("objectives_template", template(campaign.objectivesTemplate()))
                .bind("prompt_chat", campaign.promptChat())
                .bind("prompt_call", campaign.promptCall())
                .bind("first_message_chat", campaign.firstMessageChat())
                .bind("first_message_call", campaign.firstMessageCall())
                .bind("start", campaign.start())
                .bind("end", campaign.end())
                .bind("template_name", campaign.templateName())
                .bind("template_language", campaign.templateLanguage())
                .bind("template_parameters", texts(campaign.templateParameters()))
                .bind("reminder_template_name", campaign.reminderTemplateName())
                .bind("reminder_template_language", campaign.reminderTemplateLanguage())
                .bind("reminder_template_parameters", texts(campaign.reminderTemplateParameters()))
                .bind("first_contact", campaign.firstContact())
                .bind("reminder_message_chat", campaign.reminderMessageChat())
                .bind("closing_message_chat", campaign.closingMessageChat());
    }

    private static JsonArray template(List<Objective> objectives) {
        return objectives == null ? null : new JsonArray(new Objectives(objectives).template());
    }

    private static String[] texts(List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    private static Campaign campaign(Row row) {
        return new Campaign(row.getString("campaign"), row.getString("job_info"), objectives(row.getValue("objectives_template")),
                row.getString("prompt_chat"), row.getString("prompt_call"), row.getString("first_message_chat"), row.getString("first_message_call"),
                Rows.instant(row, "start"), Rows.instant(row, "end"), row.getString("template_name"), row.getString("template_language"),
                list(row, "template_parameters"), row.getString("reminder_template_name"), row.getString("reminder_template_language"),
                list(row, "reminder_template_parameters"), row.getString("first_contact"), row.getString("reminder_message_chat"),
                row.getString("closing_message_chat"));
    }

    private static List<Objective> objectives(Object json) {
        return switch (json) {
            case JsonArray array -> Objectives.of(array.getList()).all();
            case JsonObject object -> Objectives.of(object.getMap()).all();
            case null, default -> null;
        };
    }

    private static List<String> list(Row row, String column) {
        var texts = row.getArrayOfStrings(column);
        return texts == null ? null : Arrays.asList(texts);
    }
}
