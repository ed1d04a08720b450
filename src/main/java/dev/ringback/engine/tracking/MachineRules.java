package dev.ringback.engine.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Machines by the names that they give themselves: the lines of `machines.rules`.
public final class MachineRules {

    /// Changes with every change of a rule; stored with each verdict.
    public static final String VERSION = "machine/1";

    private static final int CELLS = 3;
    private static final List<Rule> RULES = read();

    private MachineRules() {}

    /// @param source who says so
    record Rule(String id, String source, Pattern agent) {}

    /// The rule by which a user agent is no person's; empty where none says so.
    public static Optional<String> machine(String agent) {
        return RULES.stream().filter(rule -> rule.agent().matcher(agent).find()).map(Rule::id).findFirst();
    }

    static List<Rule> all() {
        return RULES;
    }

    private static List<Rule> read() {
        try (var stream = MachineRules.class.getResourceAsStream("machines.rules")) {
            return new String(stream.readAllBytes(), UTF_8).replace("\n|", "|").lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MachineRules::rule).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Rule rule(String line) {
        var cells = line.split("\\|", CELLS);
        return new Rule(cells[0].strip(), cells[1].strip(), Pattern.compile(cells[2].strip(), Pattern.CASE_INSENSITIVE));
    }
}
