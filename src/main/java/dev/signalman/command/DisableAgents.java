package dev.signalman.command;

/** Disables the idle agents of a type, or every agent if {@code all}. */
public record DisableAgents(String name, boolean all) implements Command {
    /** The verb. */
    public static final Verb<DisableAgents> VERB = new Verb<>(
            "agents disable",
            Verb.Kind.ACTS,
            44,
            "<type> [all]",
            "Disables the idle agents of a type, or all of them",
            "agents disable s1-linux all",
            DisableAgents::read,
            (command, line) -> line.name(command.name()).flag("all", command.all()));

    private static DisableAgents read(CommandArguments commandArguments) {
        if (commandArguments.next("all")) {
            throw new Refusal("Which agent type? If " + QuotedText.of("all") + " is its name, put it in quotes.");
        }
        boolean all = commandArguments.flag("all");
        return new DisableAgents(commandArguments.name("agent type"), all);
    }
}
