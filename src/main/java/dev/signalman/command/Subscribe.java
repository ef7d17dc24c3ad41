package dev.signalman.command;

import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.SubscriptionFilter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes this channel to a project's pipelines.
 *
 * @param project null if not given; then no branch is given either
 */
public record Subscribe(@Nullable String project, SubscriptionFilter wanted) implements Command {
    /** The verb. */
    public static final Verb<Subscribe> VERB = new Verb<>(
            "subscribe",
            Verb.Kind.ACTS,
            50,
            "<project[@branch]> [result=…] [pipeline=…] [mode=live|done] [threads=on|off] [mention=on|off]",
            "Posts a project's builds to this channel; alone, it opens a form",
            "subscribe web@main result=broken,fixed",
            commandArguments -> SubscribeArguments.of(commandArguments).read(),
            Subscribe::print);

    /**
     * A copy for a resolved project, and its branch if one was given with it.
     *
     * @throws Refusal when the branch is not a valid pattern
     */
    public Subscribe of(Subject.Newest meant) {
        var branch = meant.branch();
        return new Subscribe(meant.project(), branch == null ? wanted : wanted.of(SubscribeArguments.pattern(branch)));
    }

    private static void print(Subscribe subscribe, LineBuilder line) {
        var subscriptionFilter = subscribe.wanted();
        var endings =
                subscriptionFilter.endings().stream().map(PipelineEnding::word).collect(Collectors.joining(","));
        line.project(
                        subscribe.project(),
                        subscriptionFilter.ref() == null
                                ? null
                                : subscriptionFilter.ref().text())
                .option("result", endings.isEmpty() ? null : endings)
                .option("pipeline", subscriptionFilter.file())
                .option("mode", subscriptionFilter.live() ? "live" : null)
                .option("threads", subscriptionFilter.threads() ? null : "off")
                .option("mention", subscriptionFilter.mention() ? null : "off");
    }
}
