package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks what is deployed through each promotion of a project; {@code project} is null for the channel's project. */
public record Deploys(@Nullable String project) implements Command {
    /** The verb. */
    public static final Verb<Deploys> VERB = new Verb<>(
            "deploys",
            Verb.Kind.ASKS,
            26,
            "[project]",
            "Shows what each promotion last deployed, and what has passed since",
            "deploys web",
            commandArguments -> new Deploys(commandArguments.projectAlone()),
            (deploys, line) -> line.project(deploys.project(), null));
}
