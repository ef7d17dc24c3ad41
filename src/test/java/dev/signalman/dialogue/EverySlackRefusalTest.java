package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.feature.subscriptions.FileSubscriptions.FileSubscription;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.slack.outbound.RefusalTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each channel refuses once with another error code that Slack documents for the method; one channel works.
 * refusals.txt says what should then be shown.
 */
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EverySlackRefusalTest {
    private static final SubscriptionFilter LIVE = new SubscriptionFilter(null, Set.of(), null, true, true, false);

    /** Kinds of errors that hold up the method everywhere. */
    private static final Set<String> OF_ALL = Set.of("LIMITED", "NOT_ALLOWED");

    private static final Set<String> POSTED_ALL_THE_SAME = Set.of("SHUT", "MALFORMED", "UNREACHABLE");
    private static final Set<String> CHANGED_ALL_THE_SAME =
            Set.of("SHUT", "MALFORMED", "UNREACHABLE", "NOBODY", "USED_UP", "REFUSED");
    private static final Set<String> POSTED_ANEW = Set.of("FROZEN");

    private static final int AT_ONCE = 12;

    private final RefusalTable table = RefusalTable.read();

    /** A channel for each error code of the method, by id. */
    private Map<String, String> channels(String method) {
        var channels = new LinkedHashMap<String, String>();
        table.of(method).forEach((word, kind) -> {
            if (!OF_ALL.contains(kind)) {
                channels.put("C0WORD" + channels.size(), word);
            }
        });
        return channels;
    }

    private static Dialogue subscribed(Set<String> channels) throws Exception {
        var all = Stream.concat(Stream.of(DEPLOYS), channels.stream())
                .map(channel -> new FileSubscription(channel, "web", LIVE))
                .toList();
        var bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .subscriptions(new FileSubscriptions(all))
                .configuration());
        bot.slack().limits().kept(false);
        channels.forEach(id -> bot.slack().add(Conversation.open(id, id.toLowerCase(Locale.ROOT), ALICE)));
        channels.forEach(bot.slack()::invite);
        bot.isNotifiedOf("web");
        return bot;
    }

    /** For each error code, the number of messages in its channel, and whether the last one has the words. */
    private Map<String, String> found(Dialogue bot, Map<String, String> channels, String words, String state) {
        return channels.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getValue,
                        each -> {
                            var shown = bot.shown(each.getKey(), words);
                            var last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
                            return shown.size() + (last != null && last.text().contains(state) ? " " + state : "");
                        },
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Test
    void aCardThatIsRefusedOnceIsShownWhereverThatCanBe() throws Exception {
        var channels = channels("chat.postMessage");
        var kinds = table.of("chat.postMessage");
        try (var bot = subscribed(channels.keySet())) {
            channels.forEach(
                    (id, word) -> bot.slack().faults().nextIn(id, "chat.postMessage", new SlackFault.Refused(word)));
            bot.passed("web", "All at once");
            bot.card("All at once");
            untilAllAreRefused(bot, "chat.postMessage", channels);
            bot.untilAllIsDone();

            var wanted = new TreeMap<String, String>();
            channels.values()
                    .forEach(
                            word -> wanted.put(word, POSTED_ALL_THE_SAME.contains(kinds.get(word)) ? "1 passed" : "0"));
            assertThat(found(bot, channels, "All at once", "passed")).isEqualTo(wanted);
        }
    }

    Stream<Map<String, String>> someChannels() {
        var all = List.copyOf(channels("chat.update").entrySet());
        return IntStream.range(0, (all.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(batch -> all.subList(batch * AT_ONCE, Math.min(all.size(), (batch + 1) * AT_ONCE)).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** A few channels at a time, to stay within the updates per minute. */
    @ParameterizedTest
    @MethodSource("someChannels")
    void aChangeThatIsRefusedOnceIsShownWhereverThatCanBe(Map<String, String> channels) throws Exception {
        var kinds = table.of("chat.update");
        try (var bot = subscribed(channels.keySet())) {
            var pipeline =
                    bot.semaphore().push("web", "main", "Slowly on", "alice").pipelineId();
            bot.hints(pipeline);
            channels.keySet().forEach(id -> bot.cardIn(id, "Slowly on"));
            var card = bot.card("Slowly on");
            bot.untilAllIsDone();
            channels.forEach(
                    (id, word) -> bot.slack().faults().nextIn(id, "chat.update", new SlackFault.Refused(word)));
            bot.semaphore().finish(pipeline);
            bot.becomes(card, "passed");
            untilAllAreRefused(bot, "chat.update", channels);
            bot.untilAllIsDone();

            var wanted = new TreeMap<String, String>();
            channels.values().forEach(word -> {
                var kind = kinds.get(word);
                var shown = CHANGED_ALL_THE_SAME.contains(kind) ? "1 passed" : "1";
                wanted.put(word, POSTED_ANEW.contains(kind) ? "2 passed" : shown);
            });
            assertThat(found(bot, channels, "Slowly on", "passed")).isEqualTo(wanted);
        }
    }

    private static void untilAllAreRefused(Dialogue bot, String method, Map<String, String> channels) {
        bot.until(
                "each word was said",
                () -> bot.slack().calls().stream()
                                .filter(call -> call.method().equals(method) && call.error() != null)
                                .count()
                        >= channels.size());
    }
}
