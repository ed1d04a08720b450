package dev.ringback.engine.trial;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/// The text is of this form, or null.
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Iso.Validator.class)
@interface Iso {

    Form value();

    String message() default "is not of the form that belongs here";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    enum Form {
        INSTANT("must be an instant between the years 1900 and 9998, for example 2026-03-27T21:00:00Z", Form::checkInstant),
        DATE("must be a date, for example 2026-12-25", LocalDate::parse),
        TIME("must be a time, for example 09:00", LocalTime::parse),
        ZONE("must be an IANA time zone", Form::checkZone);

        private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

        private final String message;
        private final Consumer<String> check;

        Form(String message, Consumer<String> check) {
            this.message = message;
            this.check = check;
        }

        private static void checkInstant(String text) {
            var instant = Instant.parse(text);
            if (instant.isBefore(FIRST) || !instant.isBefore(LAST)) {
                throw new DateTimeException("out of bounds");
            }
        }

        // The JDK takes `+02:00` and `UTC+2` for zones, which know no clock changes.
        private static void checkZone(String text) {
            if (!ZoneId.getAvailableZoneIds().contains(text)) {
                throw new DateTimeParseException("unknown", text, 0);
            }
        }

        boolean fits(String text) {
            try {
                check.accept(text);
                return true;
            } catch (DateTimeException _) {
                return false;
            }
        }
    }

    final class Validator implements ConstraintValidator<Iso, String> {

        private final AtomicReference<Form> form = new AtomicReference<>();

        @Override
        public void initialize(Iso iso) {
            form.set(iso.value());
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null || form.get().fits(text)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(form.get().message).addConstraintViolation();
            return false;
        }
    }
}
