package dev.signalman.command;

import dev.signalman.domain.NearestName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and prints command lines. Printing and reading are inverse: {@code readOwn(print(c))} equals {@code c} for
 * every command, and so does {@code read(print(c))} for every command that {@code read} returned. Lines must be
 * unescaped: use {@link UnescapedText} for typed text first, but not for the values of buttons.
 */
public final class Grammar {
    /** The maximum length of a line that people type or press, and of its printed form, in UTF-16 units. */
    public static final int LONGEST = 4_000;

    private static final int LONGEST_OWN = 4 * LONGEST;

    private final Verbs verbs = new Verbs();
    private final SubjectReader subjects;

    /** Reads only URLs of this organization. */
    public Grammar(URI semaphore) {
        this.subjects = new SubjectReader(semaphore);
    }

    /**
     * Reads a line that somebody typed or pressed. Internal verbs are unknown here. An empty line asks for help.
     *
     * @throws Refusal when it cannot be understood; nothing else is thrown
     */
    public Command read(String line) {
        LineValidator.check(line, LONGEST);
        var command = read(CommandLine.of(line), verbs.spoken());
        LineValidator.check(print(command), LONGEST);
        return command;
    }

    /**
     * Reads a line that the bot printed: a stored act, or one of its own commands.
     *
     * @throws Refusal when it cannot be understood; nothing else is thrown
     */
    public Command readOwn(String line) {
        LineValidator.check(line, LONGEST_OWN);
        return read(CommandLine.of(line), verbs.all());
    }

    private Command read(CommandLine line, List<Verb<?>> known) {
        if (line.words().isEmpty()) {
            return new Help(null);
        }
        var verb = Verbs.beginning(line.words(), known).orElseThrow(() -> unknown(line));
        var alone = line.words().size() == verb.length() ? BareVerb.of(verb) : Optional.<Command>empty();
        if (alone.isPresent()) {
            return alone.get();
        }
        try {
            var commandArguments = new CommandArguments(
                    line.words().subList(verb.length(), line.words().size()), line.reason(), subjects);
            var command = verb.reader().apply(commandArguments);
            commandArguments.end();
            return command instanceof Help help ? known(help) : command;
        } catch (Refusal refusal) {
            var meant = refusal.suggestions().isEmpty() ? longer(verb, line) : refusal.suggestions();
            throw new Refusal(refusal.sentences() + " " + right(verb), meant);
        }
    }

    private static String right(Verb<?> verb) {
        return "Try /semaphore " + verb.example() + ", or /semaphore help " + verb.words() + "."
                + (verb.kind() == Verb.Kind.ACTS ? " Nothing was changed." : "");
    }

    private Help known(Help help) {
        var asked = help.verb();
        if (asked == null || asked.equals(Help.ALL)) {
            return help;
        }
        var known = verb(asked);
        if (known.isPresent()) {
            return new Help(known.get().words());
        }
        var near = NearestName.of(asked, verbs().stream().map(Verb::words).toList(), 3);
        throw new Refusal(
                "Unknown command " + QuotedText.of(asked) + ". /semaphore help lists all commands.",
                near.stream().map(words -> suggestion(new Help(words))).toList());
    }

    private Refusal unknown(CommandLine line) {
        if (SecretRedaction.hasSpokenOf(line)) {
            return new Refusal(SecretRedaction.ADVICE + " Nothing was changed.", List.of(suggestion(new Link(null))));
        }
        var suggestions = near(line, 2);
        if (suggestions.isEmpty()) {
            suggestions = near(line, 1);
        }
        var unknown = "Unknown command " + QuotedText.of(line.words().get(0).text()) + ".";
        return suggestions.isEmpty()
                ? new Refusal(
                        unknown + " /semaphore help lists all commands. Nothing was changed.",
                        List.of(Suggestion.next("Help", new Help(null))))
                : new Refusal(unknown + " Nothing was changed.", suggestions);
    }

    /** Suggestions for a misspelt longer verb such as {@code agents crate}, which begins with a shorter one. */
    private List<Suggestion> longer(Verb<?> verb, CommandLine line) {
        boolean longer = verbs().stream().anyMatch(other -> other.words().startsWith(verb.words() + " "));
        return longer ? near(line, 2) : List.of();
    }

    /** The line with each verb of {@code length} words that is similar to its first words. */
    private List<Suggestion> near(CommandLine line, int length) {
        if (line.words().size() < length) {
            return List.of();
        }
        var said = String.join(
                " ", line.words().subList(0, length).stream().map(Word::text).toList());
        var rest = line.words().subList(length, line.words().size());
        var verbsOfThatLength = verbs().stream()
                .filter(verb -> verb.length() == length)
                .map(Verb::words)
                .toList();
        return NearestName.of(said, verbsOfThatLength, 3).stream()
                .map(words -> suggestion(words, meant(words, rest, line), rest.isEmpty()))
                .toList();
    }

    /** A verb alone is labeled as it is typed, whatever it asks. */
    private Suggestion suggestion(String words, Command command, boolean alone) {
        return alone && !(command instanceof Help) ? new Suggestion(words, command) : suggestion(command);
    }

    /** The line with another verb; help for that verb if the line is invalid. */
    private Command meant(String verb, List<Word> rest, CommandLine line) {
        var words = new ArrayList<Word>();
        for (var word : verb.split(" ", -1)) {
            words.add(new Word(word, word));
        }
        words.addAll(rest);
        try {
            return read(new CommandLine(words, line.reason()), verbs());
        } catch (Refusal notWithThatVerb) {
            return new Help(verb);
        }
    }

    private Suggestion suggestion(Command command) {
        return new Suggestion(QuotedText.cut(print(command), 70), command);
    }

    /** The subject of a page of the organization by its URL; fetches nothing. */
    public Optional<Subject> page(String address) {
        return subjects.page(address);
    }

    /** Prints a command so that {@link #readOwn} returns it. So does {@link #read} unless its verb is internal. */
    public String print(Command command) {
        return printed(verbOf(command), command);
    }

    @SuppressWarnings("unchecked")
    private static <C extends Command> String printed(Verb<C> verb, Command command) {
        var line = new LineBuilder(verb.words());
        verb.printer().accept((C) command, line);
        return line.toString();
    }

    /** Every verb that people can use, in the order of help. */
    public List<Verb<?>> verbs() {
        return verbs.spoken();
    }

    /** The verb with these words or this alias, in lower case, if people can use it. */
    public Optional<Verb<?>> verb(String words) {
        return verbs().stream().filter(verb -> verb.isCalled(words)).findFirst();
    }

    /** The verb of a command. */
    public Verb<?> verbOf(Command command) {
        return verbs.of(command);
    }
}
