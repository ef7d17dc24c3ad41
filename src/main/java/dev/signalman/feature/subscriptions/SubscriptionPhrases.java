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
        phrases.add(subscriptionFilter.live() ? "live from their start" : "once they are done");
        phrases.add(
                subscriptionFilter.threads()
                        ? "later pipelines of a workflow in the thread of its first"
                        : "none in a thread");
        if (!subscriptionFilter.mention()) {
            phrases.add("nobody is mentioned");
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
                ? List.of("A result is known at the end, so they are shown then, not from their start.")
                : List.of();
    }

    /** Slack's reason for refusing messages, in words. */
    static String closed(String why) {
        var word = why.toLowerCase(Locale.ROOT);
        if (word.contains("archived") || word.contains("inactive")) {
            return "it is archived";
        }
        return word.contains("not_found") || word.contains("not_in_channel")
                ? "I am not in it any more, or it is gone"
                : "Slack does not let me (" + why + ")";
    }
}
