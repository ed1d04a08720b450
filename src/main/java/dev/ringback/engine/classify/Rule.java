package dev.ringback.engine.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One row of a table of rules: what it says, its stable id and the phrase that says it. Rows may share an id.
record Rule(String label, String id, Pattern pattern) {

    private static final int CELLS = 3;

    /// The tables of one kind in every language that has one: `lead` is read from `lead.en.rules` and its sisters.
    static Map<Language, List<Rule>> tables(String kind) {
        var tables = new EnumMap<Language, List<Rule>>(Language.class);
        for (var language : Language.values()) {
            if (language != Language.UNKNOWN) {
                tables.put(language, table(kind + "." + language.code()));
            }
        }
        return tables;
    }

    /// Reads the file `<name>.rules` beside this class; a native executable does so while it is built.
    ///
    /// @throws IllegalArgumentException when the file is missing or a line of it is no rule
    static List<Rule> table(String name) {
        // Opened by name: a native executable holds the file but cannot list its folder.
        var file = name + ".rules";
        try (var stream = Rule.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("%s is missing on the class path".formatted(file));
            }
            return parse(file, new String(stream.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Reads lines `label | id | phrase`; a line that begins with `|` goes on with the phrase above, one with `#` is a
    /// remark.
    ///
    /// A phrase is a regular expression on folded words, whole words only, with two abbreviations: ` … ` stands for a
    /// gap of at most three words, `$` for the end of the sentence with or without its question mark.
    ///
    /// @param file named in every complaint, not opened
    static List<Rule> parse(String file, String text) {
        var rows = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.joining("\n")).replace("\n|", "|");
        return rows.lines().map(line -> row(file, line)).toList();
    }

    /// Whether the phrase occurs in words as [FoldedText] gives them.
    boolean in(String words) {
        return pattern.matcher(words).find();
    }

    /// The words with each occurrence of the phrase replaced by `_`.
    String blank(String words) {
        return pattern.matcher(words).replaceAll("_");
    }

    private static Rule row(String file, String line) {
        var cells = line.split("\\|", CELLS);
        if (cells.length < CELLS || cells[2].isBlank()) {
            throw new IllegalArgumentException("%s: not `label | id | phrase`: %s".formatted(file, line));
        }
        return new Rule(cells[0].strip(), cells[1].strip(), phrase(cells[2].strip()));
    }

    private static Pattern phrase(String phrase) {
        var expanded = phrase.replace(" … ", "(?: \\S+){0,3} ").replace("$", "(?: \\?)?$");
        return Pattern.compile("(?<!\\w)(?:" + expanded + ")(?![\\w'])");
    }
}
