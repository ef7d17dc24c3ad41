package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SlackTransport;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Semaphore is asked about a pipeline once per interval, for any number of channels and bots. */
@Execution(ExecutionMode.CONCURRENT)
final class WatchingTogetherTest {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final List<String> CHANNELS =
            IntStream.range(0, 5).mapToObj(n -> "C0LIVE" + n).toList();

    @Test
    void oneBotWithFiveChannelsLooksOnce() throws Exception {
        try (var bot = Dialogue.over(SlackTransport.usual(), TestDatabase.H2.whole(), WatchingTogetherTest::slowly)) {
            looksOnceAnInterval(bot);
        }
    }

    @Test
    void twoBotsOnOneDatabaseLookOnce() throws Exception {
        try (var bot =
                Dialogue.over(SlackTransport.usual(), TestDatabase.POSTGRES.whole(), WatchingTogetherTest::slowly)) {
            bot.isJoined();
            looksOnceAnInterval(bot);
        }
    }

    private static void looksOnceAnInterval(Dialogue bot) {
        for (var channel : CHANNELS) {
            bot.slack().add(Conversation.open(channel, channel.toLowerCase(Locale.ROOT), ALICE));
            bot.slack().invite(channel);
            bot.says(ALICE, channel, "/semaphore subscribe web mode=live");
            bot.cardIn(channel, "web");
        }
        var pipeline =
                bot.semaphore().push("web", "main", "Night heron", "alice").pipelineId();
        bot.hints(pipeline);
        CHANNELS.forEach(channel -> bot.cardIn(channel, "Night heron", "[Stop]"));
        bot.untilAllIsDone();
        for (int interval = 0; interval < 3; interval++) {
            var before = CHANNELS.stream().map(channel -> drawn(bot, channel)).toList();
            bot.semaphore().forgetCalls();
            bot.passes(INTERVAL);
            for (int n = 0; n < CHANNELS.size(); n++) {
                var channel = CHANNELS.get(n);
                var old = before.get(n);
                bot.until("it is drawn anew", () -> !drawn(bot, channel).equals(old));
            }
            bot.untilAllIsDone();
            assertThat(looks(bot, pipeline)).isOne();
        }
        bot.semaphore().finish(pipeline);
        bot.passes(INTERVAL);
        CHANNELS.forEach(channel -> bot.cardIn(channel, "Night heron", "passed"));
    }

    private static String drawn(Dialogue bot, String channel) {
        return bot.cardIn(channel, "Night heron").drawn();
    }

    private static long looks(Dialogue bot, String pipeline) {
        return bot.semaphore().calls().stream()
                .filter(call -> call.path().endsWith("/pipelines/" + pipeline))
                .count();
    }

    private static Configuration slowly(Configuration usual) {
        return ConfigurationChanger.from(usual).pollInterval(INTERVAL).configuration();
    }
}
