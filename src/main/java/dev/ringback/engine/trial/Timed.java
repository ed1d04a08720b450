package dev.ringback.engine.trial;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/// The hours have both ends, or none and last all day.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Timed.Validator.class)
@interface Timed {

    String message() default "must have from and to, or all_day";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<Timed, WindowCases.Open> {

        @Override
        public boolean isValid(WindowCases.Open open, ConstraintValidatorContext context) {
            return open == null || open.aroundTheClock() || open.from() != null && open.to() != null;
        }
    }
}
