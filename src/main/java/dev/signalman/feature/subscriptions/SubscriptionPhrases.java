package dev.signalman.feature.subscriptions;

import dev.signalman.card.Text;
import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.SubscriptionFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts subscriptions into words. */
final class SubscriptionPhrases {
    private SubscriptionPhrases() {}

    /** The project, and the branch as written: {@code web@main}. */
    static String name(String project, SubscriptionFilter subscriptionFilter) {
        return subscriptionFilter.ref() == null
                ? project
                : project + "@" + subscriptionFilter.ref().text();
    }

    /** The name with markup. */
    static Text shown(String project, SubscriptionFilter subscriptionFilter) {
        var shown = Text.empty().bold(project);
        var ref = subscriptionFilter.ref();
        return ref == null ? shown : shown.plain(" on ").code(ref.text());
    }

    /** What is announced and how, in phrases. */
    static List<String> phrases(SubscriptionFilter subscriptionFilter) {
        var phrases = new ArrayList<String>();
        phrases.add(subscriptionFilter.endings().isEmpty() ? "every result" : "only " + endings(subscriptionFilter));
        if (subscriptionFilter.file() != null) {
            phrases.add("only the pipeline file " + subscriptionFilter.file());
        }
        phrases.add(subscriptionFilter.live() ? "live from the start" : "when they are done");
        phrases.add(
                subscriptionFilter.threads()
                        ? "later pipelines of a workflow in its thread"
                        : "each as its own message");
        if (!subscriptionFilter.mention()) {
            phrases.add("no mentions");
        }
        return phrases;
    }

    /** The words of the endings, in order. */
    static String endings(SubscriptionFilter subscriptionFilter) {
        return subscriptionFilter.endings().stream().map(PipelineEnding::word).collect(Collectors.joining(", "));
    }

    /** Remarks, such as that a result is not known before the end. */
    static List<String> remarks(SubscriptionFilter subscriptionFilter) {
        return subscriptionFilter.live() && !subscriptionFilter.endings().isEmpty()
                ? List.of("A result is known only at the end, so pipelines are posted when they are done, not live.")
                : List.of();
    }

    /** Slack's reason for refusing messages, in words. */
    static String closed(String why) {
        var word = why.toLowerCase(Locale.ROOT);
        if (word.contains("archived") || word.contains("inactive")) {
            return "it is archived";
        }
        return word.contains("not_found") || word.contains("not_in_channel")
                ? "I'm no longer in it, or it was deleted"
                : "Slack refuses (" + why + ")";
    }
}
