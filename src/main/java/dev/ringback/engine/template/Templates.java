package dev.ringback.engine.template;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import liqp.TemplateParser;
import liqp.antlr.CharStreamWithLocation;
import liqp.exceptions.VariableNotExistException;

/// Renders Liquid, strictly: an unknown variable refuses the send instead of mailing a hole.
@ApplicationScoped
public class Templates {

    private static final int MOST_KEPT = 1_000;
    private static final int MOST_TURNS = 1_000;
    private static final int MOST_CHARS = 200_000;
    private static final int MOST_CAUSES = 20;

    // By itself the library reads what `include` names from the disk, by absolute path too.
    private final TemplateParser parser = new TemplateParser.Builder().withStrictVariables(true).withNameResolver(Templates::includeNothing)
            .withMaxIterations(MOST_TURNS).withMaxSizeRenderedString(MOST_CHARS).withMaxTemplateSizeBytes(MOST_CHARS).build();
    private final Map<Template, Parsed> kept = new ConcurrentHashMap<>();

    private record Parsed(liqp.Template subject, liqp.Template body, Optional<liqp.Template> html) {

        String filled(Map<String, Object> variables) {
            return html.map(known -> known.render(Escaping.html(variables))).orElse(null);
        }
    }

    /// What a text is, before anybody gives it variables.
    sealed interface Read {
        record Sound(Set<String> variables) implements Read {}

        /// @param problem where it doesn't parse
        record Broken(String problem) implements Read {}
    }

    Read read(String text) {
        try {
            return new Read.Sound(TemplateVariables.of(parser.parse(text)));
        } catch (RuntimeException failure) {
            return new Read.Broken(firstLine(String.valueOf(failure.getMessage())));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("does not parse");
    }

    public Rendering render(Template template, Map<String, Object> variables) {
        try {
            var parsed = parsed(template);
            return new Rendering.Rendered(oneLine(parsed.subject().render(variables)), parsed.body().render(variables), parsed.filled(variables));
        } catch (RuntimeException failure) {
            return unrenderable(failure);
        }
    }

    // Parsing costs a hundred times rendering. A changed text is a new entry, whether or not its version was raised; so many that
    // it matters are not in use.
    private Parsed parsed(Template template) {
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(template,
                _ -> new Parsed(parser.parse(template.subject()), parser.parse(template.body()),
                        Optional.ofNullable(template.html()).map(parser::parse)));
    }

    // A line break in a name must not become a header of its own.
    private static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }

    // Whatever fails here is the template's fault and fails again. The library wraps what happens inside of blocks.
    private static Rendering unrenderable(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES)
                .filter(VariableNotExistException.class::isInstance).map(VariableNotExistException.class::cast).findFirst()
                .map(unknown -> new Rendering.Unrenderable("template_variable_missing:" + unknown.getVariableName()))
                .orElse(new Rendering.Unrenderable("template_invalid"));
    }

    private static CharStreamWithLocation includeNothing(String name) throws IOException {
        throw new IOException("a template includes no other");
    }
}
