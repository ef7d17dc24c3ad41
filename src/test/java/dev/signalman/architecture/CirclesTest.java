package dev.signalman.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.Version;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Within a package, classes are read from the top down: none leads back to one that led to it. A sealed family is one thing, as is what
 * is nested, and a visitor belongs to the family that it visits. Jdeps is asked, since it also sees constants that the compiler copied.
 */
final class CirclesTest {
    private static final Pattern DEPENDENCY = Pattern.compile("^ +(dev\\.signalman\\S*) +-> (dev\\.signalman\\S*) .*$");

    /** Classes that do name each other, by the first of them, with the reason. */
    private static final Map<String, String> ALLOWED = Map.of(
            "dev.signalman.web.IncomingBodies",
            "a body tells the set that it belongs to how much of it came, and the set cuts it off",
            "dev.signalman.command.Subscribe",
            "whoever mistypes an argument is offered the whole command as it was probably meant",
            "dev.signalman.dispatch.ActResult",
            "an act ends in an outcome, which may say for the ledger how an act ended",
            "dev.signalman.simulator.semaphore.SimulatedJob",
            "a job knows its pipeline, and a pipeline its jobs");

    @Test
    void noClassLeadsBackToOneThatLedToIt() throws Exception {
        var circles = circles(dependencies());
        assertThat(circles.keySet())
                .as("classes of one package that lead to each other: %s", circles)
                .isSubsetOf(ALLOWED.keySet());
    }

    /** Each circle, by the name that comes first. */
    private static Map<String, Set<String>> circles(Map<String, Set<String>> dependencies) {
        var reached = new TreeMap<String, Set<String>>();
        dependencies.keySet().forEach(each -> reached.put(each, reachedFrom(each, dependencies)));
        var circles = new TreeMap<String, Set<String>>();
        reached.forEach((each, others) -> {
            var circle = others.stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(each))
                    .collect(toCollection(TreeSet::new));
            if (!circle.isEmpty()) {
                circles.put(circle.first(), circle);
            }
        });
        return circles;
    }

    private static Set<String> reachedFrom(String start, Map<String, Set<String>> dependencies) {
        var seen = new TreeSet<String>();
        var next = new ArrayDeque<>(dependencies.getOrDefault(start, Set.of()));
        while (!next.isEmpty()) {
            var each = next.pop();
            if (seen.add(each)) {
                next.addAll(dependencies.getOrDefault(each, Set.of()));
            }
        }
        return seen;
    }

    /** Which top-level class names which others of its package. */
    private static Map<String, Set<String>> dependencies() throws URISyntaxException {
        var out = new ByteArrayOutputStream();
        var written = new PrintStream(out, true, StandardCharsets.UTF_8);
        var main = Path.of(Version.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(written, written, "-v", "-filter:none", "--ignore-missing-deps", main.toString());
        var found = new TreeMap<String, Set<String>>();
        out.toString(StandardCharsets.UTF_8).lines().map(DEPENDENCY::matcher).forEach(line -> {
            if (line.matches()) {
                var from = top(line.group(1));
                var to = top(line.group(2));
                if (!from.equals(to) && packageOf(from).equals(packageOf(to)) && !family(from, to)) {
                    found.computeIfAbsent(from, each -> new TreeSet<>()).add(to);
                }
            }
        });
        assertThat(found).isNotEmpty();
        return found;
    }

    /** Whether one is sealed and permits the other, or visits such a family. */
    private static boolean family(String from, String to) {
        var visited = from.endsWith("Visitor") ? from.substring(0, from.length() - "Visitor".length()) : from;
        return (visited.equals(to) && !visited.equals(from))
                || permitted(visited).anyMatch(to::equals);
    }

    private static Stream<String> permitted(String name) {
        try {
            var type = Class.forName(name, false, CirclesTest.class.getClassLoader());
            return type.isSealed()
                    ? Stream.of(type.getPermittedSubclasses()).map(each -> top(each.getName()))
                    : Stream.empty();
        } catch (ClassNotFoundException noFamily) {
            return Stream.empty();
        }
    }

    private static String top(String name) {
        return name.replaceFirst("\\$.*", "");
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
