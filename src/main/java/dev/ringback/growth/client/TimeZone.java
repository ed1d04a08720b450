package dev.ringback.growth.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/// The text is an IANA time zone, or null.
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZone.Validator.class)
@interface TimeZone {

    String message() default "must be an IANA time zone";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<TimeZone, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || ZoneId.getAvailableZoneIds().contains(text);
        }
    }
}
