package dev.signalman.command;

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
 */
public record Verb<C extends Command>(
        String words,
        Kind kind,
        int place,
        String usage,
        String summary,
        String example,
        Function<CommandArguments, C> reader,
        BiConsumer<C, LineBuilder> printer) {

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
        return words.split(" ", -1).length;
    }
}
