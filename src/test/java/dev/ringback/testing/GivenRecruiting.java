package dev.ringback.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Campaigns and sessions for tests of the recruiting pack, made through the functions.
public final class GivenRecruiting {

    public static final String OUR_NUMBER = "+447700900000";
    public static final String INTERESTED = "interested";

    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 400_000));

    private GivenRecruiting() {}

    /// A number that nobody else in the tests has.
    public static String number() {
        return "+4477%08d".formatted(10_000_000 + NEXT.getAndIncrement());
    }

    /// A campaign that asks for interest, a date and a wage, and opens by a template.
    ///
    /// @param wishes members that differ from the plain ones
    public static String campaign(Map<String, ?> wishes) {
        var campaign = new HashMap<String, Object>(Map.of("campaign", "Plumber %s".formatted(UUID.randomUUID()),
                "objectives_template", List.of(
                        Map.of("name", INTERESTED, "type", "yes_no", "ends_if", "false"),
                        Map.of("name", "starts_on", "type", "date", "question", "When could you start?"),
                        Map.of("name", "wage", "type", "number", "question", "What do you want per hour?", "min", 10, "max", 100)),
                "first_message_chat", "Hi {{ name }}, are you interested?", "template_name", "job_opening", "template_language", "en_GB",
                "template_parameters", List.of("name"), "closing_message_chat", "Thank you, we will call you."));
        campaign.putAll(Map.of("reminder_template_name", "job_reminder", "reminder_template_language", "en_GB", "reminder_message_chat",
                "Still interested, {{ name }}?"));
        campaign.putAll(wishes);
        campaign.values().removeIf(""::equals);
        return Api.post("recruiting-campaigns", Api.SECRET_KEY, campaign).statusCode(200).extract().path("campaign");
    }

    /// Starts a session with a candidate called Ada; answers its id.
    public static String session(String campaign, String number) {
        return session(campaign, number, "Europe/London");
    }

    public static String session(String campaign, String number, String zone) {
        return Api.post("recruiting-session-start", Api.SECRET_KEY,
                Map.of("campaign", campaign, "phone_number", number, "tz", zone, "variables", Map.of("name", "Ada"))).statusCode(200).extract()
                .path("sessions[0].session_id");
    }
}
