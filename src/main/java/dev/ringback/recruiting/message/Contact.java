package dev.ringback.recruiting.message;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import dev.ringback.engine.message.Subject;

/// Whom a message is for.
///
/// @param phone     E.164
/// @param campaign  null for somebody who wrote by himself
/// @param variables what templates may say of the candidate
/// @param endsAt    when the campaign is over; null for never
public record Contact(String sessionId, String phone, String campaign, Map<String, Object> variables, Instant endsAt) {

    public static final String PACK = "recruiting";
    /// One team of recruiters.
    public static final String TENANT = "recruiting";
    public static final String KIND = "session";

    public Subject subject() {
        return subject(sessionId);
    }

    public static Subject subject(String sessionId) {
        return new Subject(PACK, TENANT, KIND, sessionId);
    }

    Map<String, Object> with(Map<String, Object> more) {
        var all = new HashMap<String, Object>(Map.of("campaign", campaign == null ? "" : campaign, "phone_number", phone));
        all.putAll(variables);
        all.putAll(more);
        return all;
    }

}
