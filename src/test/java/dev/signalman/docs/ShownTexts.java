package dev.signalman.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the texts in the source that people can meet: in Slack, on the command line, in the log. */
final class ShownTexts {
    /** How a text reaches people. */
    enum Way {
        CARD,
        LOG,
        USAGE
    }

    /**
     * A text in the source.
     *
     * @param unit full name of its class
     * @param wording the text, with inserted values as {@code ‹names›}
     */
    record Shown(String unit, Way way, String wording) {}

    /** Calls whose arguments nobody reads. */
    private static final Set<String> SILENT_CALLS = Set.of(
            "createUpdate",
            "createQuery",
            "createScript",
            "prepareBatch",
            "execute",
            "compile",
            "matches",
            "replaceAll",
            "replaceFirst",
            "replace",
            "split",
            "startsWith",
            "endsWith",
            "contains",
            "equals",
            "equalsIgnoreCase",
            "ofPattern",
            "getResourceAsStream",
            "header",
            "getInstance",
            "named",
            "getBytes");

    private static final Set<String> SILENT_TYPES =
            Set.of("IllegalStateException", "AssertionError", "UnsupportedOperationException", "Thread");

    /** Calls that make labels, of which one word is enough. */
    private static final Set<String> LABELS = Set.of("Button.of", "asking", "Suggestion.next", "header", "bold");

    private static final Set<String> LABEL_TYPES = Set.of("Form", "FormOption", "Menu", "Suggestion");

    private static final Pattern NO_PROSE = Pattern.compile(
            "(?s)(?:SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|LOCK TABLE|FROM|WHERE|AND|OR|ORDER BY|GROUP BY|LIMIT|NOT EXISTS|VALUES)\\b.*"
                    + "|(?:GET|POST|PATCH|PUT|DELETE) /.*|[A-Za-z-]+: .*/.*|[a-z]+/[a-z]+; charset=.*|.*\\b(?:=|<=|>=|IS NOT|IS) (?::|NULL\\b).*");

    private static final Pattern WORDS = Pattern.compile("(?s).*\\p{L}{2,}.*\\s.*\\p{L}.*|(?s)\\p{Lu}\\p{L}+.*\\s.*");

    private final ExpressionText expressionText;
    private final SourceTree source;

    ShownTexts(SourceTree source) {
        this.source = source;
        this.expressionText = new ExpressionText(source);
    }

    /** All of them, by class. */
    List<Shown> all() {
        var all = new ArrayList<Shown>();
        source.units().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(unit -> new Scanner(unit.getKey(), all).scan(unit.getValue(), null));
        return all;
    }

    private final class Scanner extends TreeScanner<Void, Void> {
        private final String unit;
        private final List<Shown> all;
        private Way way = Way.CARD;
        private boolean label;

        Scanner(String unit, List<Shown> all) {
            this.unit = unit;
            this.all = all;
        }

        @Override
        public Void scan(Tree tree, Void none) {
            if (tree instanceof ExpressionTree expression && isText(expression)) {
                add(expression);
                return null;
            }
            return super.scan(tree, null);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void none) {
            var type = annotation.getAnnotationType().toString();
            return type.equals("Command") || type.equals("Option") || type.equals("Parameters")
                    ? within(Way.USAGE, label, () -> super.visitAnnotation(annotation, null))
                    : null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            var name = call.getMethodSelect().toString();
            var last = name.substring(name.lastIndexOf('.') + 1);
            if (name.startsWith("LOG.")) {
                return within(Way.LOG, label, () -> super.visitMethodInvocation(call, null));
            }
            if (SILENT_CALLS.contains(last)) {
                return scan(call.getMethodSelect(), null);
            }
            var labels = LABELS.contains(last) || LABELS.contains(name);
            scan(call.getMethodSelect(), null);
            return within(way, labels, () -> scan(call.getArguments(), null));
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void none) {
            var type = made.getIdentifier().toString();
            if (SILENT_TYPES.contains(type)) {
                return null;
            }
            return within(way, LABEL_TYPES.contains(type.replace("<>", "")), () -> super.visitNewClass(made, null));
        }

        private Void within(Way inner, boolean labels, Runnable scan) {
            var outerWay = way;
            var outerLabel = label;
            way = inner;
            label = labels;
            scan.run();
            way = outerWay;
            label = outerLabel;
            return null;
        }

        private void add(ExpressionTree expression) {
            var wordings = expressionText.of(expression, new ExpressionScope("", Map.of()));
            wordings.stream().filter(this::isRead).forEach(wording -> all.add(new Shown(unit, way, wording)));
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                    return isStyled(call)
                            ? super.visitMethodInvocation(call, null)
                            : Scanner.this.visitMethodInvocation(call, null); // a text in an inserted value
                }
            }.scan(expression, null);
        }

        private boolean isRead(String wording) {
            return ExpressionText.says(wording)
                    && !NO_PROSE.matcher(wording).matches()
                    && (way != Way.CARD || label || WORDS.matcher(wording).matches());
        }
    }

    private static boolean isText(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal) {
            return literal.getValue() instanceof String;
        }
        if (expression instanceof ParenthesizedTree inner) {
            return isText(inner.getExpression());
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            return isText(choice.getTrueExpression()) || isText(choice.getFalseExpression());
        }
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return isText(sum.getLeftOperand()) || isText(sum.getRightOperand());
        }
        return expression instanceof MethodInvocationTree call && isStyled(call);
    }

    /** Whether the call continues a styled line, such as {@code Text.of("Runs on ").code(branch)}. */
    private static boolean isStyled(MethodInvocationTree call) {
        var name = call.getMethodSelect().toString();
        if (name.equals("Text.of") || name.equals("Text.empty")) {
            return true;
        }
        return call.getMethodSelect() instanceof MemberSelectTree member
                && ExpressionText.STYLES.contains(member.getIdentifier().toString())
                && (call.getArguments().stream().anyMatch(ShownTexts::isText)
                        || (member.getExpression() instanceof MethodInvocationTree before && isStyled(before)));
    }
}
