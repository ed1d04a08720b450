package dev.ringback.growth.submission;

import java.util.Objects;

import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.LeadRules;
import dev.ringback.engine.classify.LeadSignals;

/// A submission with what the rules read in it.
///
/// @param email normalised: by it a client knows the person again
record Reading(String email, Submission submission, LeadSignals signals) {

    static Reading of(String email, Submission submission) {
        var message = Objects.requireNonNullElse(submission.message(), "");
        var language = submission.language() == null ? Language.detect(message, Language.EN) : Language.of(submission.language());
        return new Reading(email, submission, LeadRules.read(message, language));
    }

    boolean isTest() {
        return Boolean.TRUE.equals(submission.isTest());
    }

    String estimatedValue() {
        return submission.estimatedValue() == null ? null : submission.estimatedValue().toPlainString();
    }
}
