package dev.signalman.command;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The verbs of all commands, from the permitted subclasses of {@link Command}. */
final class Verbs {
    private final Map<Class<?>, Verb<?>> byCommand = new HashMap<>();
    private final List<Verb<?>> inOrder;

    /** Collects the verbs; fails if a command has none, or two have equal words. */
    Verbs() {
        for (var command : Command.class.getPermittedSubclasses()) {
            byCommand.put(command, declared(command));
        }
        inOrder = byCommand.values().stream()
                .sorted(Comparator.<Verb<?>>comparingInt(Verb::place).thenComparing(Verb::words))
                .toList();
        var spellings = inOrder.stream().flatMap(Verbs::spellings).toList();
        if (Set.copyOf(spellings).size() < spellings.size()) {
            throw new IllegalStateException("Two commands share a verb");
        }
    }

    private static Verb<?> declared(Class<?> command) {
        try {
            var field = command.getField("VERB");
            if (!Modifier.isStatic(field.getModifiers())) {
                throw new IllegalStateException(command.getSimpleName() + ".VERB is not a constant");
            }
            return (Verb<?>) Objects.requireNonNull(field.get(null));
        } catch (ReflectiveOperationException none) {
            throw new IllegalStateException(command.getSimpleName() + " has no VERB", none);
        }
    }

    /** The verbs that people can use, in the order of help. */
    List<Verb<?>> spoken() {
        return inOrder.stream()
                .filter(verb -> verb.kind() != Verb.Kind.INTERNAL)
                .toList();
    }

    /** Every verb, including internal ones. */
    List<Verb<?>> all() {
        return inOrder;
    }

    /** The verb of a command. */
    Verb<?> of(Command command) {
        return Objects.requireNonNull(byCommand.get(command.getClass()));
    }

    /** The longest of {@code verbs} with which the line begins; empty for none. */
    static Optional<Verb<?>> beginning(List<Word> line, List<Verb<?>> verbs) {
        return verbs.stream().filter(verb -> begins(line, verb)).max(Comparator.<Verb<?>>comparingInt(Verb::length));
    }

    private static Stream<String> spellings(Verb<?> verb) {
        return Stream.concat(Stream.of(verb.words()), verb.aliases().stream());
    }

    private static boolean begins(List<Word> line, Verb<?> verb) {
        return spellings(verb).anyMatch(spelling -> begins(line, spelling));
    }

    private static boolean begins(List<Word> line, String spelling) {
        var words = List.of(spelling.split(" ", -1));
        if (line.size() < words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!line.get(i).is(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
