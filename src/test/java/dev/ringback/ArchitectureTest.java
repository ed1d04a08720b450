package dev.ringback;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// How the packages may know each other, and what each kind of class may touch.
@AnalyzeClasses(packages = "dev.ringback", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String LOCAL = "dev.ringback.local..";
    private static final String[] PACKS = {"dev.ringback.bids..", "dev.ringback.roofing..", "dev.ringback.recruiting..", "dev.ringback.growth.."};
    private static final String[] SQL = {"io.vertx.sqlclient..", "io.vertx.pgclient..", "io.vertx.mutiny.sqlclient..", "io.vertx.mutiny.pgclient..",
            "io.quarkus.hibernate..", "org.hibernate.reactive..", "java.sql..", "javax.sql.."};
    private static final String[] HTTP_SERVER = {"jakarta.ws.rs..", "io.vertx.ext.web", "io.vertx.ext.web.handler..", "io.quarkus.vertx.web..",
            "org.jboss.resteasy.."};
    private static final String[] HTTP_CLIENT = {"io.vertx.ext.web.client..", "io.vertx.mutiny.ext.web.client..", "java.net.http..",
            "jakarta.ws.rs.client..", "org.eclipse.microprofile.rest.client..", "io.quarkus.rest.client.."};
    private static final String[] IMPURE = {"io.smallrye.mutiny..", "io.vertx..", "jakarta.ws.rs..", "jakarta.enterprise..", "jakarta.inject..",
            "io.quarkus.hibernate..", "org.hibernate.reactive..", "java.sql..", "javax.sql.."};

    /// Packages beside `engine.http` that stand at the edge, each with its reason.
    private static final Map<String, String> HTTP_EDGES = Map.of(
            "dev.ringback.engine.security..", "who calls is read from the headers",
            "dev.ringback.engine.idempotency..", "an answer is kept and shown again");
    /// Classes that may block or subscribe, each with its reason.
    private static final Map<String, String> MAY_BLOCK = Map.of(
            "dev.ringback.engine.wakeup.WakeUps", "the stream of hints lives as long as the instance and is cancelled at its end",
            "dev.ringback.engine.inbox.Intake", "a group belongs to many requests and outlives each of them",
            "dev.ringback.engine.email.CheckedTunnel", "a connection is served when it comes, and nobody waits for it");

    @ArchTest
    static final ArchRule rule_01_the_engine_knows_no_pack = noClasses().that().resideInAPackage("dev.ringback.engine..")
            .should().dependOnClassesThat().resideInAnyPackage(PACKS);

    @ArchTest
    static final ArchRule rule_02_packs_do_not_know_each_other = packsDoNotKnowEachOther();

    @ArchTest
    static final ArchRule rule_03_features_form_no_cycle = slices().matching("dev.ringback.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rule_04_decisions_and_data_are_pure = noClasses().that(arePure()).and().resideOutsideOfPackage(LOCAL)
            .should().dependOnClassesThat().resideInAnyPackage(IMPURE);

    @ArchTest
    static final ArchRule rule_05_only_repositories_speak_sql = noClasses().that(areNot("Repository"))
            .and().resideOutsideOfPackages("dev.ringback.engine.sql..", LOCAL)
            .should().dependOnClassesThat(resideInAnyPackage(SQL).or(areNamed("dev\\.ringback\\.engine\\.sql\\.(Statements?|Query)")));

    @ArchTest
    static final ArchRule rule_06_only_resources_speak_http = noClasses().that(areNot("Resource"))
            .and().resideOutsideOfPackages("dev.ringback.engine.http..", LOCAL).and().resideOutsideOfPackages(names(HTTP_EDGES))
            .should().dependOnClassesThat().resideInAnyPackage(HTTP_SERVER);

    @ArchTest
    static final ArchRule rule_06_only_the_net_and_the_classifier_hold_http_clients = noClasses()
            .that().resideOutsideOfPackages("dev.ringback.engine.net..", "dev.ringback.engine.classify..", LOCAL)
            .and().doNotHaveFullyQualifiedName("dev.ringback.engine.security.Jwks")
            .should().dependOnClassesThat(resideInAnyPackage(HTTP_CLIENT).or(areNamed("io\\.vertx\\.(mutiny\\.)?core\\.http\\.HttpClient.*")));

    @ArchTest
    static final ArchRule rule_07_there_is_one_clock = noClasses().that().resideOutsideOfPackages("dev.ringback.engine.time..", LOCAL)
            .should().accessTargetWhere(accesses("read the time", ArchitectureTest::readsTheTime));

    @ArchTest
    static final ArchRule rule_07_stop_watches_are_for_requests_and_work = noClasses()
            .that().resideOutsideOfPackages("dev.ringback.engine.time..", "dev.ringback.engine.http..", "dev.ringback.engine.dispatch..", LOCAL)
            .should().callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule rule_08_nothing_blocks_and_nothing_is_fired_and_forgotten = noClasses()
            .that().resideOutsideOfPackage(LOCAL).and(areNotIn(MAY_BLOCK))
            .should().accessTargetWhere(accesses("block or subscribe", ArchitectureTest::blocksOrSubscribes));

    @ArchTest
    static final ArchRule rule_09_doors_are_package_private = classes().that().haveSimpleNameEndingWith("Resource")
            .or().haveSimpleNameEndingWith("Repository").or().haveSimpleNameEndingWith("Config")
            .should().bePackagePrivate();

    @ArchTest
    static final ArchRule rule_10_fields_are_final = fields().that().areDeclaredInClassesThat().areNotAnnotatedWith(Entity.class)
            .and().areDeclaredInClassesThat().areNotAnnotatedWith(Embeddable.class)
            .and().areDeclaredInClassesThat().areNotAnnotatedWith(MappedSuperclass.class)
            .and().areDeclaredInClassesThat().resideOutsideOfPackage(LOCAL)
            .should().beFinal();

    @ArchTest
    static final ArchRule rule_11_every_resource_method_names_its_roles = methods().that().areMetaAnnotatedWith(HttpMethod.class)
            .should().beAnnotatedWith(RolesAllowed.class).orShould().beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule nothing_depends_on_what_is_started_locally = noClasses().that().resideOutsideOfPackage(LOCAL)
            .should().dependOnClassesThat().resideInAPackage(LOCAL)
            .because("the native executable does not hold it");

    private static ArchRule packsDoNotKnowEachOther() {
        return CompositeArchRule.of(Stream.of(PACKS).map(ArchitectureTest::knowsNoOtherPack).toList());
    }

    private static ArchRule knowsNoOtherPack(String pack) {
        var others = Stream.of(PACKS).filter(other -> !other.equals(pack)).toArray(String[]::new);
        return noClasses().that().resideInAPackage(pack).should().dependOnClassesThat().resideInAnyPackage(others);
    }

    private static DescribedPredicate<JavaClass> arePure() {
        return describe("are policies, scores or records", type -> type.isRecord() || type.getName().matches(".*(Policy|Score)(\\$.*)?"));
    }

    /// A class inside counts as its outermost.
    private static DescribedPredicate<JavaClass> areNot(String suffix) {
        return describe("are no *" + suffix, type -> !type.getName().matches(".*" + suffix + "(\\$.*)?"));
    }

    private static DescribedPredicate<JavaClass> areNamed(String pattern) {
        return describe("are named " + pattern, type -> type.getName().matches(pattern));
    }

    private static DescribedPredicate<JavaClass> areNotIn(Map<String, String> allowed) {
        return describe("are not in " + allowed, type -> !allowed.containsKey(type.getName()));
    }

    private static String[] names(Map<String, String> allowed) {
        return allowed.keySet().toArray(String[]::new);
    }

    private static DescribedPredicate<JavaAccess<?>> accesses(String what, BiPredicate<JavaClass, String> rule) {
        return describe(what, access -> rule.test(access.getTargetOwner(), access.getName()));
    }

    private static boolean readsTheTime(JavaClass owner, String method) {
        return switch (owner.getName()) {
            case "java.lang.System" -> method.equals("currentTimeMillis");
            case "java.time.Clock" -> method.startsWith("system") || method.startsWith("tick");
            case "java.util.Date", "java.util.GregorianCalendar" -> method.equals("<init>");
            case "java.util.Calendar" -> method.equals("getInstance");
            case String name -> name.startsWith("java.time.") && method.equals("now");
        };
    }

    private static boolean blocksOrSubscribes(JavaClass owner, String method) {
        return switch (owner.getName()) {
            case "java.lang.Thread" -> method.equals("sleep") || method.equals("join");
            case "io.smallrye.mutiny.groups.UniAwait", "io.smallrye.mutiny.groups.UniSubscribe" -> true;
            case "io.smallrye.mutiny.groups.MultiSubscribe", "io.smallrye.mutiny.subscription.BlockingIterable" -> true;
            case "java.util.concurrent.CountDownLatch" -> method.equals("await");
            case String _ -> owner.isAssignableTo(Future.class) && (method.equals("get") || method.equals("join"))
                    || method.equals("subscribeAsCompletionStage") || method.endsWith("AndAwait") || method.endsWith("AndForget");
        };
    }
}
