package dev.signalman.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The program's parsed source. Nothing is resolved, so names are looked up by their simple form. */
final class SourceTree {
    private static final Path MAIN = Path.of("src/main/java");

    private final Map<String, CompilationUnitTree> units = new HashMap<>();
    private final Map<String, ExpressionTree> constants = new HashMap<>();

    /** An empty tree. */
    SourceTree() {}

    /** All of the bot. */
    static SourceTree read() throws IOException {
        var source = new SourceTree();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var all = Files.walk(MAIN)) {
            var paths = all.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
            task.parse().forEach(source::add);
        }
        return source;
    }

    private void add(CompilationUnitTree unit) {
        var name =
                Path.of(unit.getSourceFile().getName()).getFileName().toString().replace(".java", "");
        units.put(unit.getPackageName() + "." + name, unit);
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String outer) {
                for (var member : type.getMembers()) {
                    if (member instanceof VariableTree field
                            && field.getInitializer() != null
                            && field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                        constants.putIfAbsent(outer + "." + field.getName(), field.getInitializer());
                    }
                }
                return super.visitClass(type, outer);
            }
        }.scan(unit, name);
    }

    /** Compilation units by full name. */
    Map<String, CompilationUnitTree> units() {
        return units;
    }

    @Nullable
    ExpressionTree constant(String type, String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) ? constants.get(type + "." + name) : null;
    }

    /** The only method of a file with this name and number of parameters; null for none or several. */
    @Nullable
    MethodTree method(String unit, String name, int parameters) {
        var found = new ArrayList<MethodTree>();
        units.forEach((full, tree) -> {
            if (full.endsWith("." + unit)) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void none) {
                        if (method.getName().contentEquals(name)
                                && method.getParameters().size() == parameters) {
                            found.add(method);
                        }
                        return super.visitMethod(method, null);
                    }
                }.scan(tree, null);
            }
        });
        return found.size() == 1 ? found.get(0) : null;
    }

    /** A method's return expressions, without those of its lambdas. */
    List<ExpressionTree> returned(MethodTree method) {
        var returned = new ArrayList<ExpressionTree>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree statement, Void none) {
                if (statement.getExpression() != null) {
                    returned.add(statement.getExpression());
                }
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
                return null;
            }
        }.scan(method.getBody(), null);
        return returned;
    }

    /** Adds a method's local variables that have an initial value. */
    ExpressionScope locals(MethodTree method, ExpressionScope scope) {
        var bound = new HashMap<>(scope.bound());
        var inside = new ExpressionScope(scope.unit(), bound);
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void none) {
                if (variable.getInitializer() != null) {
                    bound.putIfAbsent(
                            variable.getName().toString(),
                            new ExpressionScope.Bound(variable.getInitializer(), inside, true));
                }
                return super.visitVariable(variable, null);
            }
        }.scan(method.getBody(), null);
        return inside;
    }
}
