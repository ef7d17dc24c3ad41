package dev.signalman.command;

import dev.signalman.domain.NearestName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one reader and printer of command lines. Printing and reading are inverse: {@code readOwn(print(c))} equals {@code c} for every
 * command, and so does {@code read(print(c))} for every command that {@code read} made. A line is read as it was typed: what Slack made of it is
 * undone before, by {@link UnescapedText}, and only for typed text; a button's value is read as it is.
 */
public final class Grammar {
    /** The most characters that a line may have that people type or press, also when it is printed again. */
    public static final int LONGEST = 4_000;

    private static final int LONGEST_OWN = 4 * LONGEST;

    private final Verbs verbs = new Verbs();
    private final SubjectReader subjects;

    /** Reads URLs of this organisation alone. */
    public Grammar(URI semaphore) {
        this.subjects = new SubjectReader(semaphore);
    }

    /**
     * Reads a line that somebody typed or pressed. What the bot says to itself alone is an unknown verb here. A line without a word asks for help.
     *
     * @throws Refusal when it cannot be understood, and nothing else
     */
    public Command read(String line) {
        LineValidator.check(line, LONGEST);
        var command = read(CommandLine.of(line), verbs.spoken());
        LineValidator.check(print(command), LONGEST);
        return command;
    }

    /**
     * Reads a line that the bot printed: a stored act, or what it says to itself.
     *
     * @throws Refusal when it cannot be understood, and nothing else
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
        return "Right would be: " + verb.pattern() + ". For example: " + verb.example() + "."
                + (verb.kind() == Verb.Kind.ACTS ? " Nothing was changed." : "");
    }

    private Help known(Help help) {
        var asked = help.verb();
        if (asked == null || verbs().stream().anyMatch(verb -> verb.words().equals(asked))) {
            return help;
        }
        var near = NearestName.of(asked, verbs().stream().map(Verb::words).toList(), 3);
        throw new Refusal(
                "There is no verb " + QuotedText.of(asked) + ".",
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
        if (suggestions.isEmpty()) {
            suggestions = List.of(suggestion(new Help(null)));
        }
        return new Refusal(
                "There is no verb " + QuotedText.of(line.words().get(0).text())
                        + ". Say help for all there are. Nothing was changed.",
                suggestions);
    }

    /** What may have been meant where {@code agents crate} begins with a verb, but a longer one was misspelt. */
    private List<Suggestion> longer(Verb<?> verb, CommandLine line) {
        boolean longer = verbs().stream().anyMatch(other -> other.words().startsWith(verb.words() + " "));
        return longer ? near(line, 2) : List.of();
    }

    /** The line with the verbs of so many words that are nearest to its first ones. */
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
                .map(words -> suggestion(meant(words, rest, line)))
                .toList();
    }

    /** The line with another verb; where that means nothing, the verb's explanation. */
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

    /** What an address shows, if it is that of a page of the organisation; nothing is fetched. */
    public Optional<Subject> page(String address) {
        return subjects.page(address);
    }

    /** Prints a command so that {@link #readOwn} gives it back, as {@link #read} does unless the bot alone may say it. */
    public String print(Command command) {
        return printed(verbOf(command), command);
    }

    @SuppressWarnings("unchecked")
    private static <C extends Command> String printed(Verb<C> verb, Command command) {
        var line = new LineBuilder(verb.words());
        verb.printer().accept((C) command, line);
        return line.toString();
    }

    /** Every verb that people can say, in the order in which help lists them. */
    public List<Verb<?>> verbs() {
        return verbs.spoken();
    }

    /** The verb with these words, in lower case, if people can say it. */
    public Optional<Verb<?>> verb(String words) {
        return verbs().stream().filter(verb -> verb.words().equals(words)).findFirst();
    }

    /** The verb of a command. */
    public Verb<?> verbOf(Command command) {
        return verbs.of(command);
    }
}
