package dev.signalman.command;

/**
 * What the bot says to itself after a run of a certain commit: look whether that commit is what started.
 *
 * @param pipelineId the pipeline that was started
 * @param commit the commit that was asked for
 * @param attempt how often it was looked at already
 */
public record Compare(String pipelineId, String commit, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Compare> VERB = new Verb<>(
            "compare",
            Verb.Kind.INTERNAL,
            92,
            "<pipeline> <commit> attempt=<n>",
            "Looks whether a run started the commit that was asked for",
            "compare 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 \"0123456789abcdef0123456789abcdef01234567\" attempt=0",
            commandArguments -> new Compare(
                    commandArguments.name("pipeline"),
                    commandArguments.name("commit"),
                    commandArguments.count("attempt")),
            (compare, line) -> line.id(compare.pipelineId())
                    .name(compare.commit())
                    .option("attempt", Integer.toString(compare.attempt())));

    /** Once more, since it could not be told yet. */
    public Compare again() {
        return new Compare(pipelineId, commit, attempt + 1);
    }
}
