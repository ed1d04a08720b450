package dev.ringback.growth.submission;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.security.Caller;
import dev.ringback.growth.submission.BatchAnswer.Result;

/// Many submissions at once: those that are fit go into one statement, each other one is told why it isn't.
@ApplicationScoped
class SubmitBatch {

    private final SubmitLead submitLead;
    private final Validator validator;

    SubmitBatch(SubmitLead submitLead, Validator validator) {
        this.submitLead = submitLead;
        this.validator = validator;
    }

    Uni<BatchAnswer> submit(Caller caller, LeadBatch batch) {
        var refusals = refusals(batch.leads());
        var fit = IntStream.range(0, batch.leads().size()).filter(index -> !refusals.containsKey(index)).boxed().toList();
        if (fit.isEmpty()) {
            return Uni.createFrom().item(answer(batch, refusals, Map.of()));
        }
        var read = fit.stream().map(batch.leads()::get).map(lead -> Reading.of(email(lead).orElseThrow(), lead)).toList();
        return submitLead.submit(caller, read).map(stored -> answer(batch, refusals, byIndex(fit, read, stored)));
    }

    private static Map<Integer, SubmittedLead> byIndex(List<Integer> fit, List<Reading> read, Map<String, SubmittedLead> stored) {
        return IntStream.range(0, fit.size()).boxed().collect(Collectors.toMap(fit::get, nth -> stored.get(read.get(nth).email())));
    }

    private Map<Integer, String> refusals(List<Submission> leads) {
        var refusals = new LinkedHashMap<Integer, String>();
        var seen = new HashSet<String>();
        for (var index = 0; index < leads.size(); index++) {
            var nth = index;
            refusal(leads.get(index), seen).ifPresent(reason -> refusals.put(nth, reason));
        }
        return refusals;
    }

    private Optional<String> refusal(Submission lead, Set<String> seen) {
        if (lead == null) {
            return Optional.of("must not be null");
        }
        var violation = validator.validate(lead).stream().map(SubmitBatch::said).sorted().findFirst();
        if (violation.isPresent()) {
            return violation;
        }
        var email = email(lead);
        if (email.isEmpty()) {
            return Optional.of("email is not an e-mail address");
        }
        return seen.add(email.get()) ? Optional.empty() : Optional.of("email is in this batch already");
    }

    private static String said(ConstraintViolation<Submission> violation) {
        return SnakeCaseStrategy.INSTANCE.translate(violation.getPropertyPath().toString()) + " " + violation.getMessage();
    }

    private static Optional<String> email(Submission lead) {
        return EmailAddress.parse(lead.email()).map(EmailAddress::value);
    }

    private static BatchAnswer answer(LeadBatch batch, Map<Integer, String> refusals, Map<Integer, SubmittedLead> stored) {
        return BatchAnswer.of(IntStream.range(0, batch.leads().size()).mapToObj(index -> refusals.containsKey(index)
                ? Result.refused(index, refusals.get(index))
                : new Result(index, true, stored.get(index).leadId(), stored.get(index).created(), null)).toList());
    }
}
