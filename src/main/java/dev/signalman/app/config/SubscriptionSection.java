package dev.signalman.app.config;

import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.feature.subscriptions.FileSubscriptions.FileSubscription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code subscriptions}: subscriptions of channels that were not made in Slack. */
final class SubscriptionSection {
    private static final Set<String> KEYS =
            Set.of("channel", "project", "branch", "result", "pipeline", "mode", "threads", "mention");

    private SubscriptionSection() {}

    static FileSubscriptions read(@Nullable FileMapping file) {
        List<FileSubscription> all = new ArrayList<>();
        for (var entry : file == null ? List.<FileMapping>of() : file.mappings("subscriptions")) {
            entry.allow(KEYS);
            var subscription = new FileSubscription(channel(entry), entry.requiredText("project"), wanted(entry));
            if (all.stream().anyMatch(other -> same(other, subscription))) {
                entry.fault("channel", "has the same subscription twice; keep one");
            }
            all.add(subscription);
        }
        return new FileSubscriptions(all);
    }

    private static boolean same(FileSubscription one, FileSubscription other) {
        return one.channel().equals(other.channel())
                && one.project().equals(other.project())
                && one.wanted().sameFilters(other.wanted());
    }

    private static String channel(FileMapping entry) {
        var channel = entry.requiredText("channel");
        if (!channel.isEmpty() && !channel.matches("[CG][A-Z0-9]{2,}")) {
            entry.fault("channel", "must be the channel's id (C…, at the end of its details in Slack), not its name");
        }
        return channel;
    }

    private static SubscriptionFilter wanted(FileMapping entry) {
        return new SubscriptionFilter(
                ref(entry),
                endings(entry),
                entry.text("pipeline"),
                choice(entry, "mode", "live", "done", false),
                choice(entry, "threads", "on", "off", true),
                choice(entry, "mention", "on", "off", true));
    }

    private static @Nullable RefPattern ref(FileMapping entry) {
        var branch = entry.text("branch");
        try {
            return branch == null ? null : new RefPattern(branch);
        } catch (IllegalArgumentException faulty) {
            entry.fault("branch", String.valueOf(faulty.getMessage()));
            return null;
        }
    }

    private static Set<PipelineEnding> endings(FileMapping entry) {
        var endings = EnumSet.noneOf(PipelineEnding.class);
        var words = entry.texts("result");
        for (var word : words == null ? List.<String>of() : words) {
            PipelineEnding.of(word)
                    .ifPresentOrElse(
                            endings::add,
                            () -> entry.fault(
                                    "result",
                                    "\"" + word + "\" isn't a result; known are "
                                            + String.join(", ", PipelineEnding.words())));
        }
        if (words != null && words.isEmpty()) {
            entry.fault("result", "is empty; remove it for every result");
        }
        return endings;
    }

    /** Whether the value is {@code yes} rather than {@code no}. YAML also allows true for on, and false for off. */
    private static boolean choice(FileMapping entry, String key, String yes, String no, boolean otherwise) {
        var text = entry.text(key);
        if (text == null) {
            return otherwise;
        }
        if (text.equals(yes) || (yes.equals("on") && text.equals("true"))) {
            return true;
        }
        if (!text.equals(no) && !(no.equals("off") && text.equals("false"))) {
            entry.fault(key, "must be " + yes + " or " + no);
        }
        return false;
    }
}
