package dev.ringback.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Jazzer, guided by what the code does: some seconds in the build; with `-Psoak` a million inputs each, or half an hour of them.
class FuzzTest {

    private static final boolean SOAK = Boolean.getBoolean("ringback.soak");
    private static final List<String> BOUND = SOAK ? List.of("-runs=1000000", "-max_total_time=1800") : List.of("-max_total_time=7");
    private static final long LONGEST_MINUTES = SOAK ? 60 : 2;
    private static final Pattern NEEDED = Pattern.compile("classes/?$|mime4j|jsoup|jazzer|commons-io|slf4j");
    private static final Path SAMPLES = Path.of("src/test/resources/dev/ringback/engine/mail");
    private static final Path HOME = Path.of("target/fuzz");

    // A heap so small that what is kept of an input shows.
    @ParameterizedTest
    @ValueSource(classes = {MailFuzzer.class, SignatureFuzzer.class, HookFuzzer.class})
    void nothing_that_is_sent_breaks_what_reads_it(Class<?> fuzzer) throws Exception {
        // Given
        var home = Files.createDirectories(HOME.resolve(fuzzer.getSimpleName()));
        var corpus = Files.createDirectories(home.resolve("corpus"));
        var log = home.resolve("log.txt").toFile();

        // When
        var fuzzing = new ProcessBuilder(command(fuzzer, home, corpus)).redirectErrorStream(true).redirectOutput(log).start();
        var ended = fuzzing.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        fuzzing.destroyForcibly();

        // Then
        assertThat(ended).as("ended in time").isTrue();
        assertThat(fuzzing.exitValue()).as(tail(log)).isZero();
        assertThat(Files.readString(log.toPath())).contains("DONE");
    }

    private static List<String> command(Class<?> fuzzer, Path home, Path corpus) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
                "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), "com.code_intelligence.jazzer.Jazzer"));
        command.add("--target_class=" + fuzzer.getName());
        command.add("--instrumentation_includes=dev.ringback.**:org.apache.james.mime4j.**");
        // They look for injections into what we don't use, and cost most of the time.
        command.add("--custom_hook_excludes=**");
        command.add("--reproducer_path=" + home);
        // The heap bounds the memory; what the system reports of a process contains that of who started it.
        command.addAll(BOUND);
        command.addAll(List.of("-rss_limit_mb=0", "-timeout=60", "-max_len=20000", "-artifact_prefix=" + home + File.separator, corpus.toString()));
        command.addAll(List.of(SAMPLES.toString(), SAMPLES.resolve("mailbox").toString()));
        return command;
    }

    // Jazzer reads all of its class path before it begins.
    private static String classPath() {
        var whole = Stream.of("surefire.test.class.path", "java.class.path").map(System::getProperty).filter(path -> path != null)
                .findFirst().orElseThrow();
        return Stream.of(whole.split(File.pathSeparator)).filter(entry -> NEEDED.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String tail(File log) throws IOException {
        var lines = Files.readAllLines(log.toPath());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
