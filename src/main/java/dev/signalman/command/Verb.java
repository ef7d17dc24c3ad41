package dev.signalman.command;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A verb of the command line: how it is read, printed and explained.
 *
 * @param words what is typed, lower case, perhaps two words: {@code promote}, {@code agents create}
 * @param kind whether it only asks, or changes the world
 * @param place where it stands in help: the lowest first
 * @param usage the words that follow it, e.g. {@code <promotion> [subject] [NAME=value …]}; may be empty
 * @param summary one line for {@code help}, without a full stop
 * @param example a whole line that could be typed, without the slash command
 * @param reader makes the command of the words that follow; refuses, in one sentence, what it cannot understand. What it leaves is refused
 *     for it
 * @param printer writes the words that follow, so that the reader makes the same command of them
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

    /** What a verb does to the world. */
    public enum Kind {
        /** Asks, which guests may too. */
        ASKS,
        /** Changes something; who may is judged. */
        ACTS,
        /** The bot says it to itself; nobody can type or press it. */
        INTERNAL
    }

    /** The whole pattern: verb and what follows. */
    public String pattern() {
        return usage.isEmpty() ? words : words + " " + usage;
    }

    /** How many words it is. */
    int length() {
        return words.split(" ", -1).length;
    }
}
