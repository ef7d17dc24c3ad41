package dev.signalman.command;

/**
 * The act that deactivates a deployment target, or activates it again. It has no handler: people cannot give this
 * command.
 *
 * @param target the target's id
 * @param name its name
 * @param project the name of its project
 * @param lift whether to activate the target
 * @param because the cause, to follow "for", or "since" if {@code lift}
 */
public record Cordon(String target, String name, String project, boolean lift, String because) implements Command {
    /** The verb. */
    public static final Verb<Cordon> VERB = new Verb<>(
            "cordon",
            Verb.Kind.INTERNAL,
            94,
            "<target> name=… project=… [lift] because …",
            "Deactivates a deployment target, or activates it again",
            "cordon 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 name=production project=web because the lock of Alice",
            Cordon::read,
            (cordon, line) -> line.id(cordon.target())
                    .option("name", cordon.name())
                    .option("project", cordon.project())
                    .flag("lift", cordon.lift())
                    .because(cordon.because()));

    private static Cordon read(CommandArguments commandArguments) {
        var name = commandArguments.option("name");
        var project = commandArguments.option("project");
        boolean lift = commandArguments.flag("lift");
        var because = commandArguments.reason();
        return new Cordon(
                commandArguments.name("target"),
                name == null ? "" : name,
                project == null ? "" : project,
                lift,
                because == null ? "" : because);
    }
}
