package dev.signalman.docs;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The texts that a source expression can produce: its literals, with inserted values as {@code ‹names›}; one per
 * alternative.
 */
final class ExpressionText {
    private static final int DEEPEST = 6;
    private static final int MOST_WAYS = 12;

    /** Methods that append their arguments to a text. */
    private static final Set<String> ADDING = Set.of("plain", "bold", "code", "text", "of");

    /** Methods that continue a styled line. */
    static final Set<String> STYLES =
            Set.of("plain", "bold", "code", "text", "symbol", "link", "mention", "group", "channel", "time", "date");

    /** Methods whose result has no telling name. */
    private static final Set<String> SILENT = Set.of(
            "name",
            "named",
            "spoken",
            "drawn",
            "label",
            "words",
            "get",
            "key",
            "getKey",
            "sentences",
            "id",
            "strip",
            "toString",
            "valueOf",
            "list",
            "join",
            "of",
            "text",
            "size",
            "authority",
            "collect",
            "stream",
            "toList",
            "map",
            "requireNonNullElse",
            "orElse",
            "lower",
            "toLowerCase",
            "getMessage",
            "place",
            "stamp");

    private final SourceTree source;

    ExpressionText(SourceTree source) {
        this.source = source;
    }

    /** All possible texts. */
    List<String> of(ExpressionTree expression, ExpressionScope scope) {
        return of(expression, scope, 0).stream()
                .map(each -> each.replaceAll("\\s+", " ").strip())
                .distinct()
                .toList();
    }

    private List<String> of(Tree tree, ExpressionScope scope, int depth) {
        if (depth > DEEPEST) {
            return List.of(hole("…"));
        }
        if (tree instanceof LiteralTree literal) {
            return List.of(
                    literal.getValue() instanceof String || literal.getValue() instanceof Integer
                            ? String.valueOf(literal.getValue())
                            : "");
        }
        if (tree instanceof ParenthesizedTree inner) {
            return of(inner.getExpression(), scope, depth);
        }
        if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return counts(sum)
                    ? List.of(hole("n"))
                    : joined(of(sum.getLeftOperand(), scope, depth), of(sum.getRightOperand(), scope, depth));
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return either(Stream.of(choice.getTrueExpression(), choice.getFalseExpression()), scope, depth);
        }
        if (tree instanceof SwitchExpressionTree choice) {
            return either(choice.getCases().stream().map(each -> each.getBody()), scope, depth);
        }
        if (tree instanceof IdentifierTree name) {
            return named(name.getName().toString(), scope, depth);
        }
        if (tree instanceof MemberSelectTree member) {
            var constant = source.constant(
                    member.getExpression().toString(), member.getIdentifier().toString());
            return constant == null
                    ? List.of(hole(member))
                    : of(constant, new ExpressionScope(scope.unit(), Map.of()), depth + 1);
        }
        if (tree instanceof MethodInvocationTree call) {
            return called(call, scope, depth);
        }
        return List.of(hole(tree));
    }

    private static boolean counts(BinaryTree sum) {
        return sum.getLeftOperand() instanceof IdentifierTree
                && sum.getRightOperand() instanceof LiteralTree literal
                && literal.getValue() instanceof Integer;
    }

    private List<String> named(String name, ExpressionScope scope, int depth) {
        var bound = scope.bound().get(name);
        if (bound != null) {
            var ways = of(bound.expression(), bound.scope(), depth + 1);
            return ways.stream().anyMatch(ExpressionText::says) || !bound.local() ? ways : List.of(hole(name));
        }
        var constant = source.constant(scope.unit(), name);
        return constant == null
                ? List.of(hole(name))
                : of(constant, new ExpressionScope(scope.unit(), Map.of()), depth + 1);
    }

    private List<String> called(MethodInvocationTree call, ExpressionScope scope, int depth) {
        var select = call.getMethodSelect();
        var arguments = call.getArguments();
        if (select instanceof MemberSelectTree member) {
            var on = member.getExpression().toString();
            var method = member.getIdentifier().toString();
            if (on.equals("QuotedText")) {
                var cited = arguments.get(0) instanceof LiteralTree
                        ? of(arguments.get(0), scope, depth)
                        : List.of(hole(arguments.get(0)));
                return List.of("“" + cited.get(0) + "”");
            }
            if (on.equals("String") && method.equals("format")) {
                return of(arguments.get(0), scope, depth);
            }
            if (on.equals("Text") && method.equals("empty")) {
                return List.of("");
            }
            if (on.equals("Text") && method.equals("of")) {
                return of(arguments.get(0), scope, depth);
            }
            if (arguments.size() == 1 && Set.of("date", "time", "channel").contains(method)) {
                return joined(of(member.getExpression(), scope, depth), List.of(hole(arguments.get(0))));
            }
            if (arguments.size() == 1 && method.equals("symbol")) {
                return of(member.getExpression(), scope, depth);
            }
            if (arguments.size() == 2 && Set.of("mention", "group").contains(method)) {
                return joined(of(member.getExpression(), scope, depth), List.of(hole(arguments.get(1))));
            }
            if (arguments.size() == 2 && method.equals("link")) {
                return joined(of(member.getExpression(), scope, depth), of(arguments.get(0), scope, depth));
            }
            if (ADDING.contains(method) && arguments.size() == 1 && !on.equals(on.toUpperCase(Locale.ROOT))) {
                var before = of(member.getExpression(), scope, depth);
                return joined(before, of(arguments.get(0), scope, depth));
            }
            return List.of(hole(call));
        }
        var inlined = inlined(select.toString(), arguments, scope, depth);
        return inlined.isEmpty() ? List.of(hole(call)) : inlined;
    }

    private List<String> inlined(
            String method, List<? extends ExpressionTree> arguments, ExpressionScope scope, int depth) {
        var found = source.method(scope.unit(), method, arguments.size());
        if (found == null || depth >= DEEPEST) {
            return List.of();
        }
        var bound = new HashMap<String, ExpressionScope.Bound>();
        for (int n = 0; n < arguments.size(); n++) {
            bound.put(
                    found.getParameters().get(n).getName().toString(),
                    new ExpressionScope.Bound(arguments.get(n), scope, false));
        }
        var inside = source.locals(found, new ExpressionScope(scope.unit(), bound));
        var ways = source.returned(found).stream()
                .flatMap(each -> of(each, inside, depth + 1).stream())
                .distinct()
                .toList();
        return ways.stream().anyMatch(ExpressionText::says) && ways.size() <= MOST_WAYS ? ways : List.of();
    }

    private List<String> either(Stream<? extends Tree> ways, ExpressionScope scope, int depth) {
        return ways.flatMap(ExpressionText::given)
                .flatMap(way -> of(way, scope, depth).stream())
                .toList();
    }

    /** The value of a branch: itself, or what its block yields. */
    private static Stream<Tree> given(Tree way) {
        if (way instanceof ExpressionTree) {
            return Stream.of(way);
        }
        var yielded = new ArrayList<Tree>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitYield(YieldTree statement, Void none) {
                yielded.add(statement.getValue());
                return null;
            }
        }.scan(way, null);
        return yielded.stream();
    }

    private static List<String> joined(List<String> before, List<String> after) {
        var all = new ArrayList<String>();
        before.forEach(one -> after.forEach(other -> all.add(one + other)));
        return all.size() <= MOST_WAYS ? all : all.subList(0, MOST_WAYS);
    }

    /** Whether it has words besides inserted values. */
    static boolean says(String wording) {
        return wording.replaceAll("‹[^›]*›", "").matches("(?s).*\\p{L}{2,}.*");
    }

    private static String hole(Tree tree) {
        return hole(word(tree));
    }

    private static String hole(String name) {
        return "‹"
                + name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                        .strip() + "›";
    }

    /** The last telling name in it. */
    private static String word(Tree tree) {
        if (tree instanceof IdentifierTree name) {
            return name.getName().toString();
        }
        if (tree instanceof MemberSelectTree member) {
            var last = member.getIdentifier().toString();
            return SILENT.contains(last) ? word(member.getExpression()) : last;
        }
        if (tree instanceof MethodInvocationTree call) {
            var select = call.getMethodSelect();
            var last = select instanceof MemberSelectTree member
                    ? member.getIdentifier().toString()
                    : select.toString();
            if (!SILENT.contains(last)) {
                return last;
            }
            var arguments = call.getArguments().stream()
                    .filter(each -> !(each instanceof LiteralTree))
                    .toList();
            var talkative = !arguments.isEmpty()
                    && !(arguments.get(arguments.size() - 1) instanceof LambdaExpressionTree)
                    && (!(select instanceof MemberSelectTree member)
                            || Character.isUpperCase(
                                    member.getExpression().toString().charAt(0)));
            return talkative
                    ? word(arguments.get(arguments.size() - 1))
                    : select instanceof MemberSelectTree member ? word(member.getExpression()) : last;
        }
        if (tree instanceof BinaryTree binary) {
            return word(binary.getLeftOperand());
        }
        if (tree instanceof ParenthesizedTree inner) {
            return word(inner.getExpression());
        }
        return tree instanceof NewClassTree made ? made.getIdentifier().toString() : "…";
    }
}
