package dev.signalman.docs;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds every refusal in the source, with its text. */
final class Refusals {
    /** Refusing constructors and methods, with the index of their text argument. */
    private static final Map<String, Integer> MADE = Map.of(
            "Refusal",
            0,
            "RefusalCard",
            0,
            "Refused",
            0,
            "Unclear",
            0,
            "NotSeen",
            0,
            "MayBeRepeated",
            0,
            "Judgement",
            2);

    private static final Map<String, Integer> CALLED = Map.of(
            "Judgement.refused", 1,
            "Judgement.unknown", 1,
            "Judgement.of", 2,
            "FailureCards.refused", 0,
            "FailureCards.unknown", 0,
            "ActResult.refused", 0,
            "ActResult.unknown", 0,
            "InvalidFormException.of", 1,
            "wrong.put", 1);

    /** Texts sent before intake, which no refusal contains. */
    private static final String AT_THE_EDGE = "dev.signalman.slack.inbound.IntakeReplies";

    private final SourceTree source;
    private final ExpressionText expressionText;

    Refusals(SourceTree source) {
        this.source = source;
        this.expressionText = new ExpressionText(source);
    }

    /**
     * A refusal in the source.
     *
     * @param unit full name of its class
     * @param method its method
     * @param wordings all possible texts; empty when it only passes on another's
     */
    record Place(String unit, String method, List<String> wordings) {}

    List<Place> all() {
        var places = new ArrayList<Place>();
        source.units().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(unit -> places.addAll(in(unit.getKey(), unit.getValue())));
        return places;
    }

    private List<Place> in(String unit, CompilationUnitTree tree) {
        var places = new ArrayList<Place>();
        var simple = unit.substring(unit.lastIndexOf('.') + 1);
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree made, Void none) {
                var type = made.getIdentifier().toString();
                add(MADE.get(type.substring(type.lastIndexOf('.') + 1)), made.getArguments());
                return super.visitNewClass(made, null);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                add(CALLED.get(call.getMethodSelect().toString()), call.getArguments());
                return super.visitMethodInvocation(call, null);
            }

            private void add(@Nullable Integer at, List<? extends ExpressionTree> arguments) {
                var met = arguments.stream().anyMatch(each -> each.toString().equals("Verdict.MET"));
                if (at != null && arguments.size() > at && !met) {
                    var method = enclosing(getCurrentPath());
                    places.add(new Place(
                            unit,
                            method == null ? "" : method.getName().toString(),
                            said(arguments.get(at), method, simple, tree)));
                }
            }
        }.scan(tree, null);
        if (unit.equals(AT_THE_EDGE)) {
            places.add(new Place(unit, "", constants(tree)));
        }
        return places;
    }

    private static List<String> constants(CompilationUnitTree tree) {
        var all = new ArrayList<String>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree constant, Void none) {
                all.addAll(sentences(constant.getInitializer()));
                return null;
            }

            @Override
            public Void visitCase(CaseTree receipt, Void none) {
                all.addAll(sentences(receipt.getBody()));
                return null;
            }

            private List<String> sentences(@Nullable Tree tree) {
                return tree instanceof ExpressionTree expression
                        ? new ExpressionText(new SourceTree())
                                .of(expression, new ExpressionScope("", Map.of())).stream()
                                        .filter(ExpressionText::says)
                                        .toList()
                        : List.of();
            }
        }.scan(tree, null);
        return all;
    }

    private List<String> said(
            ExpressionTree sentences, @Nullable MethodTree method, String unit, CompilationUnitTree tree) {
        var outside = new ExpressionScope(unit, Map.of());
        var scope = method == null ? outside : source.locals(method, outside);
        var said = expressionText.of(sentences, scope).stream()
                .filter(ExpressionText::says)
                .toList();
        return said.isEmpty() && method != null ? throughCallers(sentences, method, unit, tree) : said;
    }

    /** Texts that a method gets as an argument from its callers in the same file. */
    private List<String> throughCallers(
            ExpressionTree sentences, MethodTree method, String unit, CompilationUnitTree tree) {
        var said = new ArrayList<String>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                var parameters = method.getParameters();
                if (call.getMethodSelect().toString().equals(method.getName().toString())
                        && call.getArguments().size() == parameters.size()) {
                    var caller = enclosing(getCurrentPath());
                    var outside = new ExpressionScope(unit, Map.of());
                    var there = caller == null ? outside : source.locals(caller, outside);
                    var bound = new HashMap<String, ExpressionScope.Bound>();
                    for (int n = 0; n < parameters.size(); n++) {
                        bound.put(
                                parameters.get(n).getName().toString(),
                                new ExpressionScope.Bound(call.getArguments().get(n), there, false));
                    }
                    said.addAll(expressionText.of(sentences, source.locals(method, new ExpressionScope(unit, bound))));
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(tree, null);
        return said.stream().filter(ExpressionText::says).distinct().toList();
    }

    private static @Nullable MethodTree enclosing(TreePath path) {
        for (var each = path; each != null; each = each.getParentPath()) {
            if (each.getLeaf() instanceof MethodTree method) {
                return method;
            }
        }
        return null;
    }
}
