package dev.signalman.command;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A verb of the command line: reads, prints and explains one kind of command.
 *
 * @param words the verb in lower case, one or two words: {@code promote}, {@code agents create}
 * @param kind whether it only asks or changes something
 * @param place its position in help, lowest first
 * @param usage the pattern of its arguments, e.g. {@code <promotion> [subject] [NAME=value …]}; may be empty
 * @param summary one line for {@code help}, without a full stop
 * @param example a complete line, without the slash command
 * @param reader makes the command from its arguments; refuses invalid ones in one sentence. The grammar refuses
 *     arguments that it does not take
 * @param printer writes the arguments so that the reader makes an equal command
 * @param aliases other words that are read as this verb, and never printed; each as long as {@code words}
 */
public record Verb<C extends Command>(
        String words,
        Kind kind,
        int place,
        String usage,
        String summary,
        String example,
        Function<CommandArguments, C> reader,
        BiConsumer<C, LineBuilder> printer,
        List<String> aliases) {
    /** Keeps its own copy. */
    public Verb {
        aliases = List.copyOf(aliases);
        if (aliases.stream().anyMatch(alias -> count(alias) != count(words))) {
            throw new IllegalArgumentException("An alias of " + words + " has another number of words");
        }
    }

    /** A verb without aliases. */
    public Verb(
            String words,
            Kind kind,
            int place,
            String usage,
            String summary,
            String example,
            Function<CommandArguments, C> reader,
            BiConsumer<C, LineBuilder> printer) {
        this(words, kind, place, usage, summary, example, reader, printer, List.of());
    }

    /** The effect of a verb. */
    public enum Kind {
        /** Only asks; guests may use it. */
        ASKS,
        /** Changes something; requires permission. */
        ACTS,
        /** The bot's own; nobody can type or press it. */
        INTERNAL
    }

    /** The complete pattern: the verb and its arguments. */
    public String pattern() {
        return usage.isEmpty() ? words : words + " " + usage;
    }

    /** The number of its words. */
    int length() {
        return count(words);
    }

    /** Whether {@code said}, in lower case, is this verb or an alias of it. */
    public boolean isCalled(String said) {
        return words.equals(said) || aliases.contains(said);
    }

    private static int count(String words) {
        return words.split(" ", -1).length;
    }
}
