package dev.ringback.engine.template;

import java.util.Set;
import java.util.TreeSet;

import liqp.Template;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liquid.parser.v4.LiquidParser.AssignmentContext;
import liquid.parser.v4.LiquidParser.Capture_tag_IdContext;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.For_rangeContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;
import liquid.parser.v4.LiquidParser.Table_tagContext;

/// Which variables a template wants to be given, in whatever branch.
final class TemplateVariables {

    private static final Set<String> OF_LOOPS = Set.of("forloop", "tablerowloop");

    private final Set<String> used = new TreeSet<>();
    private final Set<String> made = new TreeSet<>(OF_LOOPS);

    private TemplateVariables() {}

    static Set<String> of(Template parsed) {
        var variables = new TemplateVariables();
        variables.collect(parsed.getParseTree());
        variables.used.removeAll(variables.made);
        return variables.used;
    }

    private void collect(ParseTree tree) {
        switch (tree) {
            case Lookup_id_indexesContext lookup -> used.add(lookup.id().getText());
            case AssignmentContext assignment -> made.add(assignment.id().getText());
            case Capture_tag_IdContext capture -> made.add(capture.id().getText());
            case For_arrayContext loop -> made.add(loop.id().getText());
            case For_rangeContext loop -> made.add(loop.id().getText());
            case Table_tagContext table -> made.add(table.id().getText());
            default -> {}
        }
        for (var at = 0; at < tree.getChildCount(); at++) {
            collect(tree.getChild(at));
        }
    }
}
