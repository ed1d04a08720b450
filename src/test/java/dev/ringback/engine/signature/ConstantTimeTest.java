package dev.ringback.engine.signature;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// How long a comparison takes says nothing about where the two differ: it is the JDK's for digests, or a public key's.
@AnalyzeClasses(packages = "dev.ringback.engine.signature", importOptions = DoNotIncludeTests.class)
class ConstantTimeTest {

    @ArchTest
    static final ArchRule each_scheme_compares_by_what_takes_the_same_time = classes().that().implement(Signature.class)
            .should().accessTargetWhere(access("compare in constant time", "Proof.same", "java.security.Signature.verify",
                    "dev.ringback.engine.inbox.StandardWebhooks.verify"));

    @ArchTest
    static final ArchRule no_scheme_compares_by_what_stops_at_the_first_difference = noClasses().that().implement(Signature.class)
            .or().haveSimpleName("Proof")
            .should().accessTargetWhere(access("compare until they differ", "java.lang.String.equals", "java.lang.String.equalsIgnoreCase",
                    "java.lang.String.contentEquals", "java.lang.String.compareTo", "java.util.Arrays.equals", "java.util.Objects.equals",
                    "java.util.List.contains"));

    private static DescribedPredicate<JavaAccess<?>> access(String what, String... methods) {
        return describe(what, access -> {
            var target = access.getTargetOwner().getName() + "." + access.getName();
            return Arrays.stream(methods).anyMatch(method -> target.equals(method) || target.endsWith("." + method));
        });
    }
}
