package dev.signalman.command;

import java.net.URI;
import java.util.List;

/** The one reader and printer of command lines. */
public final class Grammar {
    private final URI semaphore;

    /** Reads URLs of this organisation alone. */
    public Grammar(URI semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * Reads a line as Slack sends it or as a button holds it.
     *
     * @throws Refusal when it cannot be understood, and nothing else
     */
    public Command read(String line) {
        if (verbs().isEmpty()) {
            throw new Refusal("No verbs are known yet at " + semaphore);
        }
        return new ListProjects();
    }

    /** Reads a line that the bot wrote for itself: every verb, those that nobody may type too. */
    public Command readOwn(String line) {
        return read(line);
    }

    /** Prints a command so that {@link #read} gives it back. */
    public String print(Command command) {
        return verbOf(command).words();
    }

    /** Every verb, in the order in which help lists them. */
    public List<Verb<?>> verbs() {
        return List.of();
    }

    /** The verb of a command. */
    public Verb<?> verbOf(Command command) {
        if (verbs().isEmpty()) {
            throw new Refusal("No verb for " + command);
        }
        return verbs().get(0);
    }
}
