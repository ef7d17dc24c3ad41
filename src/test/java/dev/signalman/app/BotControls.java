package dev.signalman.app;

import dev.signalman.app.config.Configuration;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.engine.timing.BotTempo.SendRate;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.StorageModule;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;

/** Controls of a bot for tests only. */
public final class BotControls {
    /** Factor by which Slack's limits are raised. */
    public static final int SLACK_TIMES = 20;

    /** Ten times the usual tempo; other tests cover that (CONTRIBUTING.md). */
    private static final BotTempo TEMPO = new BotTempo(
            new SendRate(
                    SendRate.SLACK.betweenPosts().dividedBy(SLACK_TIMES),
                    SendRate.SLACK.betweenUpdates().dividedBy(SLACK_TIMES),
                    SendRate.SLACK.updatesPerMinute() * SLACK_TIMES),
            10);

    private BotControls() {}

    /** Starts a bot that goes faster than usual. */
    public static Bot start(Configuration configuration, InstantSource clock) throws IOException {
        var storage = new StorageModule(new DatabaseOpenResult.Open(TestDatabase.openWhole(configuration.database())));
        return Bot.start(configuration, clock, () -> UUID.randomUUID().toString(), TEMPO, storage);
    }

    /** Hints that a pipeline may have changed, as a notification would. */
    public static void hint(Bot bot, String id, String pipelineId) {
        bot.hints().take(id, pipelineId);
    }

    /** Looks for due work after the clock was moved. */
    public static void wake(Bot bot) {
        bot.wake();
    }
}
