package dev.signalman.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The act that lets one subject alone use a deployment target, from some branches. It has no handler: people cannot give
 * this command.
 *
 * @param target the target's id
 * @param name its name
 * @param project the name of its project
 * @param who {@code user:ID} or {@code role:ID}; null for the bot's own account, whose id is not known yet
 * @param branches patterns of branches, tags and pull requests; empty for any
 * @param because why, to follow "because"
 */
public record Enforce(
        String target,
        String name,
        String project,
        @Nullable String who,
        List<String> branches,
        String because) implements Command {
    /** The verb. */
    public static final Verb<Enforce> VERB = new Verb<>(
            "enforce",
            Verb.Kind.INTERNAL,
            96,
            "<target> name=… project=… [who=…] [branches=…] because …",
            "Lets only the bot's account use a deployment target",
            "enforce 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 name=production project=web branches=\"main,release/*\" "
                    + "because signalman.yml says enforce: target",
            Enforce::read,
            (enforce, line) -> line.id(enforce.target())
                    .option("name", enforce.name())
                    .option("project", enforce.project())
                    .option("who", enforce.who())
                    .option("branches", enforce.branches().isEmpty() ? null : listed(enforce.branches()))
                    .because(enforce.because()));

    /** Keeps its own copy. */
    public Enforce {
        branches = List.copyOf(branches);
    }

    private static Enforce read(CommandArguments commandArguments) {
        var name = commandArguments.option("name");
        var project = commandArguments.option("project");
        var who = commandArguments.option("who");
        var branches = commandArguments.option("branches");
        var because = commandArguments.reason();
        return new Enforce(
                commandArguments.name("target"),
                name == null ? "" : name,
                project == null ? "" : project,
                who,
                branches == null ? List.of() : split(branches),
                because == null ? "" : because);
    }

    private static String listed(List<String> patterns) {
        return patterns.stream()
                .map(each -> each.replace("%", "%25").replace(",", "%2C"))
                .collect(Collectors.joining(","));
    }

    private static List<String> split(String text) {
        return Stream.of(text.split(",", -1))
                .map(each -> each.replace("%2C", ",").replace("%25", "%"))
                .toList();
    }
}
